import type { LanguageRow, Region } from './region';
import { block, doubled, line, lineAt, longQuoted, longRaw, quoted, raw } from './regions';

/** `'it''s'`; `\'` before a letter is taken for an escape, as in MySQL, because no SQL goes on with a word behind a string. */
const sqlString: Region = { ...doubled("'", { isMultiline: true }), skip: "''|\\\\'(?=\\w)" };
/** `$$ … $$`, `$tag$ … $tag$`: text where it closes on its line; else the code of a function, whose comments count. */
const dollarQuoted: Region = {
  kind: 'string',
  open: '\\$(\\w{0,60})\\$',
  close: '\\$%delimiter%\\$',
  when: 'closesOnLine',
  otherwise: {
    kind: 'code',
    open: '\\$(\\w{0,60})\\$',
    close: '\\$%delimiter%\\$',
    isMultiline: true,
    language: 'sql',
  },
};
const sqlRegions: readonly Region[] = [
  line('--'),
  block('/*', '*/'),
  lineAt('^[ \\t]*#(?=\\s)'),
  dollarQuoted,
  { ...quoted("'", { isMultiline: true }), open: "(?<![\\w'])[eE]'" },
  sqlString,
  doubled('"', { isMultiline: true }),
  raw('`'),
];

/** Languages that ask for data, and schemas. */
export const queryLanguages: readonly LanguageRow[] = [
  {
    id: 'sql',
    also: [
      ...[
        'tsql',
        'plsql',
        'oraclesql',
        'sqlite',
        'snowflake-sql',
        'jinja-sql',
        'dbt',
        'redshift',
        'duckdb',
        'ddl',
        'hql',
      ],
      ...['cql', 'ksql', 'trino', 'clickhouse', 'vertica', 'db2', 'mssql', 'spanner', 'flink-sql', 'databricks-sql'],
    ],
    extensions: [
      '.sql',
      '.ddl',
      '.dml',
      '.pks',
      '.pkb',
      '.pls',
      '.plsql',
      '.tsql',
      '.cql',
      '.prc',
      '.udf',
      '.viw',
      '.hql',
    ],
    regions: sqlRegions,
  },
  {
    id: 'postgres',
    also: ['pgsql', 'plpgsql', 'postgresql'],
    extensions: ['.pgsql', '.psql'],
    regions: [line('--'), block('/*', '*/', { nest: '\\/\\*' }), ...sqlRegions.slice(3)],
  },
  {
    id: 'mysql',
    also: ['mariadb', 'hive', 'hiveql', 'spark-sql', 'sparksql', 'bigquery', 'sql-bigquery'],
    extensions: ['.mysql', '.bqsql'],
    regions: [line('--'), line('#'), block('/*', '*/'), longQuoted('"'), longQuoted("'"), raw('`')],
  },
  {
    id: 'prql',
    also: ['malloy', 'kusto', 'kql', 'lookml', 'promql', 'logql', 'flux', 'esql', 'splunk'],
    extensions: ['.prql', '.malloy', '.kql', '.csl', '.promql', '.flux', '.lkml'],
    regions: [line('#'), line('//'), line('--'), quoted('"'), quoted("'")],
  },
  {
    id: 'graphql',
    also: ['gql', 'graphqls'],
    extensions: ['.graphql', '.gql', '.graphqls'],
    regions: [
      line('#'),
      { ...block('"""', '"""'), skip: '\\\\"""' },
      { ...quoted('"'), kind: 'comment', open: '^[ \\t]*"(?!"")' },
      quoted('"'),
    ],
  },
  {
    id: 'cypher',
    also: ['gremlin', 'surrealql', 'edgeql'],
    extensions: ['.cypher', '.cyp', '.surql', '.edgeql'],
    regions: [
      line('//'),
      block('/*', '*/'),
      quoted('"', { isMultiline: true }),
      quoted("'", { isMultiline: true }),
      raw('`'),
    ],
  },
  {
    id: 'sparql',
    also: ['turtle', 'ttl', 'rdf', 'shex', 'n3'],
    extensions: ['.sparql', '.rq', '.ttl', '.n3', '.nt', '.trig'],
    regions: [
      raw('<', '>', { open: '<(?=[^\\s<>]{1,500}>)' }),
      line('#'),
      longQuoted('"""'),
      longQuoted("'''"),
      quoted('"'),
      quoted("'"),
    ],
  },
  {
    id: 'prisma',
    also: ['schema', 'edgedb', 'esdl', 'ion'],
    extensions: ['.prisma', '.esdl'],
    regions: [line('//'), lineAt('^[ \\t]*#'), quoted('"')],
  },
  { id: 'apl', extensions: ['.apl', '.dyalog', '.bqn'], regions: [line('⍝'), doubled("'")] },
  {
    id: 'alloy',
    also: ['dafny', 'p', 'promela', 'boogie', 'event-b'],
    extensions: ['.als', '.dfy', '.pml', '.bpl'],
    regions: [line('//'), line('--'), block('/*', '*/'), quoted('"')],
  },
  {
    id: 'smt',
    also: ['smtlib', 'pddl', 'z3'],
    extensions: ['.smt', '.smt2', '.pddl'],
    regions: [line(';'), longRaw('"')],
  },
];
