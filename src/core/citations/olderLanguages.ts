import type { LanguageRow, Region } from './region';
import { block, character, doubled, line, lineAt, plain, quoted } from './regions';

/** Assemblers mark comments in many ways; a mark that also has another meaning counts at the start of a word, before a blank. */
const assemblerRegions: readonly Region[] = [
  line('//'),
  block('/*', '*/'),
  line(';'),
  lineAt('(?:^|(?<=\\s))[#|](?=\\s|$|[#|*-])'),
  lineAt('(?:^|(?<=\\s))@(?!(?:function|object|progbits|nobits|note|gnu_\\w+)\\b)'),
  lineAt('^[|*]'),
  lineAt('^#(?!\\s{0,8}(?:define|include|if|ifdef|ifndef|else|elif|endif|error|warning|undef|pragma|line)\\b)'),
  quoted('"'),
  { kind: 'string', open: "'(?=[^']{1,4}')", close: "'" },
];

/** Languages with a longer history, and those of hardware. */
export const olderLanguages: readonly LanguageRow[] = [
  {
    id: 'fortran',
    also: ['fortranfreeform', 'FortranFreeForm', 'fortran-modern', 'FortranModern'],
    extensions: ['.f90', '.f95', '.f03', '.f08', '.f18', '.f77.free', '.fpp', '.cuf'],
    regions: [line('!'), doubled('"'), doubled("'")],
  },
  {
    id: 'fortran_fixed-form',
    also: ['fortran-fixed-form'],
    extensions: ['.f', '.for', '.f77', '.ftn'],
    regions: [lineAt('^[cCdD*!](?!\\w+\\s*=)'), line('!'), doubled('"'), doubled("'")],
  },
  {
    id: 'cobol',
    also: ['cob', 'acucobol', 'opencobol', 'pli'],
    extensions: ['.cob', '.cbl', '.cobol', '.cpy', '.ccp'],
    regions: [lineAt('^.{6}[*/]'), lineAt('\\*>'), lineAt('^\\s{0,6}\\*'), doubled('"'), doubled("'")],
  },
  {
    id: 'pascal',
    also: ['objectpascal', 'delphi', 'freepascal'],
    extensions: ['.pas', '.pp', '.dpr', '.dpk', '.lpr', '.dfm'],
    regions: [line('//'), block('{', '}'), block('(*', '*)'), doubled("'")],
  },
  {
    id: 'ada',
    also: ['gpr', 'spark'],
    extensions: ['.adb', '.ads', '.ada', '.gpr'],
    regions: [line('--'), doubled('"'), { ...character, open: "(?<!\\w)'(?=.')" }],
  },
  {
    id: 'vhdl',
    extensions: ['.vhd', '.vhdl', '.vho'],
    regions: [line('--'), block('/*', '*/'), doubled('"'), { ...character, open: "(?<!\\w)'(?=.')" }],
  },
  { id: 'eiffel', extensions: ['.e'], regions: [line('--'), quoted('"', { skip: '%.' })] },
  { id: 'modelica', extensions: ['.mo'], regions: [line('//'), block('/*', '*/'), quoted('"', { isMultiline: true })] },
  {
    id: 'asm',
    also: [
      ...[
        'assembly',
        'nasm',
        'masm',
        'gas',
        'asm-intel-x86-generic',
        'asm-collection',
        'arm',
        'arm64',
        'mips',
        'riscv',
      ],
      ...['z80-asm', 'z80-macroasm', '6502', 'avr', 'x86', 'x86_64', 'cl65', 'armasm', 'm68k', 'asm6502'],
    ],
    extensions: ['.s', '.asm', '.nasm', '.masm', '.a51', '.z80', '.a65', '.68k', '.arm', '.sx'],
    regions: assemblerRegions,
  },
  {
    id: 'basic',
    also: ['qb64', 'bbcbasic', 'gwbasic'],
    extensions: ['.qb', '.gwbas', '.bb'],
    regions: [line("'"), lineAt('(?:^|(?<=[:\\d\\s]))[Rr][Ee][Mm](?=\\s|$)'), doubled('"')],
  },
  {
    id: 'rexx',
    also: ['jcl'],
    extensions: ['.rexx', '.rex', '.jcl'],
    regions: [block('/*', '*/', { nest: '\\/\\*' }), lineAt('^\\/\\/\\*'), line('--'), doubled('"'), doubled("'")],
  },
  {
    id: 'asn1',
    also: ['mib', 'smi'],
    extensions: ['.asn', '.asn1', '.mib', '.my'],
    regions: [block('/*', '*/'), { kind: 'comment', open: '--', close: '--' }, quoted('"', { isMultiline: true })],
  },
  {
    id: 'gcode',
    extensions: ['.gcode', '.nc'],
    regions: [line(';'), { ...block('(', ')'), isMultiline: false }, plain('%')],
  },
];
