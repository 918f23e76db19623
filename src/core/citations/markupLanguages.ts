import type { LanguageRow, Region } from './region';
import { block, embedded, heredoc, line, lineAt, longQuoted, longRaw, quoted, slashes } from './regions';

const markupComment: Region = block('<!--', '-->');
const ends = (name: string) => `<\\/${name}(?=[\\s>])`;
const script: readonly Region[] = [
  embedded(`<script(?=[\\s>])[^>]*\\b(?:json|template|x-handlebars)\\b[^>]*>`, ends('script'), 'html'),
  embedded(`<script(?=[\\s>])[^>]*\\b(?:ts|tsx|typescript)\\b[^>]*>`, ends('script'), 'typescript'),
  embedded(`<script(?=[\\s>])[^>]*>`, ends('script'), 'javascript'),
  embedded(`<script(?=\\s*$)`, ends('script'), 'typescript'),
];
const style: readonly Region[] = [
  embedded(`<style(?=[\\s>])[^>]*\\b(?:scss|less|stylus)\\b[^>]*>`, ends('style'), 'scss'),
  embedded(`<style(?=[\\s>])[^>]*\\bsass\\b[^>]*>`, ends('style'), 'sass'),
  embedded(`<style(?=[\\s>])[^>]*>`, ends('style'), 'css'),
];
/** Attributes and text may hold quotes that do not pair; only what is inside of a tag is a string. */
const attribute: readonly Region[] = [
  { kind: 'string', open: '(?<==)"', close: '"' },
  { kind: 'string', open: "(?<==)'", close: "'" },
];
const html: readonly Region[] = [markupComment, ...script, ...style, ...attribute];
const scriptBraces: Region = {
  kind: 'code',
  open: '\\{',
  close: '\\}',
  nest: '\\{',
  language: 'typescript',
  isMultiline: true,
};

const curlyComment: Region = block('{#', '#}');
const jinja: readonly Region[] = [
  curlyComment,
  {
    ...block('{% comment %}', '{% endcomment %}'),
    open: '\\{%-? *comment\\b[^%]*%\\}',
    close: '\\{%-? *endcomment *-?%\\}',
  },
];
const handlebars: readonly Region[] = [
  { ...block('{{!--', '--}}'), open: '\\{\\{~?!--', close: '--~?\\}\\}' },
  { ...block('{{!', '}}'), open: '\\{\\{~?!', close: '\\}\\}' },
];

/** Languages that mark up text, templates around them, and styles. */
export const markupLanguages: readonly LanguageRow[] = [
  {
    id: 'html',
    also: ['xhtml', 'htm', 'angular', 'html-eex', 'heex', 'leex', 'aspx', 'jsp', 'cfml'],
    extensions: [
      '.html',
      '.htm',
      '.xhtml',
      '.shtml',
      '.jsp',
      '.jspx',
      '.asp',
      '.aspx',
      '.ascx',
      '.heex',
      '.leex',
      '.cfm',
      '.component.html',
    ],
    regions: [{ ...block('<%--', '--%>') }, { ...block('<%#', '%>') }, ...html],
  },
  {
    id: 'xml',
    also: [...['xsl', 'xaml', 'plist', 'msbuild', 'mjml', 'wsdl', 'xsd', 'dtd', 'csproj', 'axaml', 'fxml', 'rss']],
    extensions: [
      ...['.xml', '.xsd', '.xsl', '.xslt', '.xaml', '.axaml', '.plist', '.csproj', '.vbproj', '.fsproj', '.vcxproj'],
      ...['.props', '.targets', '.nuspec', '.config', '.resx', '.wsdl', '.pom', '.rng', '.xlf', '.storyboard', '.xib'],
      ...[
        '.fxml',
        '.jelly',
        '.bpmn',
        '.dmn',
        '.iml',
        '.launch',
        '.urdf',
        '.xacro',
        '.ui',
        '.qrc',
        '.mjml',
        '.rss',
        '.atom',
        '.dtd',
        '.slnx',
      ],
    ],
    regions: [
      markupComment,
      { kind: 'string', open: '<!\\[CDATA\\[', close: '\\]\\]>', isMultiline: true },
      ...attribute,
    ],
  },
  {
    id: 'vue',
    also: ['vue-html', 'wxml'],
    extensions: ['.vue', '.wxml', '.nvue'],
    regions: html,
  },
  {
    id: 'svelte',
    extensions: ['.svelte'],
    regions: [
      markupComment,
      ...script,
      ...style,
      { kind: 'string', open: '(?<==)"', close: '"' },
      { kind: 'code', open: '\\{[/:#@][a-z]+', close: '' },
      scriptBraces,
    ],
  },
  {
    id: 'astro',
    extensions: ['.astro'],
    regions: [
      { kind: 'code', open: '^---\\s*$', close: '^---\\s*$', language: 'typescript', isMultiline: true },
      markupComment,
      ...script,
      ...style,
      { kind: 'string', open: '(?<==)"', close: '"' },
      { ...scriptBraces, language: 'typescriptreact' },
    ],
  },
  {
    id: 'php',
    also: ['hack', 'phtml'],
    extensions: ['.php', '.phtml', '.php3', '.php4', '.php5', '.phps', '.ctp', '.hack', '.hh-php', '.module', '.theme'],
    interpreters: ['php', 'hhvm'],
    regions: [embedded('<\\?(?:php|=)?', '\\?>', 'php-code'), ...html],
  },
  {
    id: 'php-code',
    regions: [
      ...slashes,
      lineAt('#(?!\\[)'),
      heredoc('<<<[ \\t]*["\']?([A-Za-z_]\\w{0,60})["\']?', '^[ \\t]*%delimiter%(?!\\w)'),
      longQuoted('"'),
      longQuoted("'"),
      longQuoted('`'),
    ],
  },
  {
    id: 'blade',
    also: ['edge'],
    extensions: ['.blade.php', '.edge'],
    regions: [
      block('{{--', '--}}'),
      embedded('<\\?(?:php|=)?', '\\?>', 'php-code'),
      embedded('@php(?!\\w)', '@endphp', 'php-code'),
      ...html,
    ],
  },
  {
    id: 'erb',
    also: ['html.erb', 'rhtml', 'html+erb', 'html-erb', 'eruby'],
    extensions: ['.erb', '.rhtml', '.ecr'],
    regions: [block('<%#', '%>'), embedded('<%[=-]?', '-?%>', 'ruby'), ...html],
  },
  {
    id: 'ejs',
    also: ['eta', 'html-ejs', 'lodash'],
    extensions: ['.ejs', '.eta'],
    regions: [block('<%#', '%>'), embedded('<%[=_-]?', '[_-]?%>', 'javascript'), ...html],
  },
  {
    id: 'razor',
    also: ['aspnetcorerazor', 'cshtml', 'blazor'],
    extensions: ['.cshtml', '.razor', '.vbhtml'],
    regions: [block('@*', '*@'), embedded('@(?:code|functions)?\\s*\\{', '\\}', 'csharp', { nest: '\\{' }), ...html],
  },
  {
    id: 'handlebars',
    also: ['hbs', 'mustache', 'htmlbars', 'glimmer'],
    extensions: ['.hbs', '.handlebars', '.mustache', '.hjs', '.stache'],
    regions: [...handlebars, ...html],
  },
  {
    id: 'jinja',
    also: [
      ...[
        'jinja-html',
        'jinja2',
        'django-html',
        'django-txt',
        'twig',
        'nunjucks',
        'njk',
        'liquid',
        'tera',
        'askama',
        'volt',
      ],
      ...['jinja-yaml', 'jinja-shell', 'jinja-xml', 'minijinja', 'pebble', 'swig'],
    ],
    extensions: ['.jinja', '.jinja2', '.j2', '.twig', '.njk', '.liquid', '.tera', '.djhtml', '.nunjucks', '.pebble'],
    regions: [...jinja, ...html],
  },
  {
    id: 'gotmpl',
    also: ['go-template', 'gohtml', 'html.template', 'hugo', 'gohtmltmpl'],
    extensions: ['.gotmpl', '.gohtml', '.tmpl', '.tpl', '.html.tmpl', '.go.tmpl'],
    regions: [
      { ...block('{{/*', '*/}}'), open: '\\{\\{-? ?\\/\\*', close: '\\*\\/ ?-?\\}\\}' },
      lineAt('^[ \\t]*#'),
      ...html,
    ],
  },
  { id: 'templ', extensions: ['.templ'], regions: [...slashes, markupComment, quoted('"'), longRaw('`')] },
  { id: 'smarty', extensions: ['.smarty', '.latte'], regions: [block('{*', '*}'), ...html] },
  { id: 'velocity', also: ['vtl'], extensions: ['.vm', '.vtl'], regions: [block('#*', '*#'), line('##'), ...html] },
  { id: 'freemarker', also: ['ftl'], extensions: ['.ftl', '.ftlh'], regions: [block('<#--', '-->'), ...html] },
  { id: 'mako', extensions: ['.mako'], regions: [lineAt('^\\s*##'), { ...block('<%doc>', '</%doc>') }, ...html] },
  {
    id: 'pug',
    also: ['jade'],
    extensions: ['.pug', '.jade'],
    regions: [
      { kind: 'comment', open: '^\\s*\\/\\/-?\\s*$', isIndented: true },
      lineAt('^\\s*\\/\\/'),
      quoted('"'),
      quoted("'"),
    ],
  },
  {
    id: 'haml',
    extensions: ['.haml'],
    regions: [
      { kind: 'comment', open: '^\\s*(?:-#|\\/)\\s*$', isIndented: true },
      lineAt('^\\s*(?:-#|\\/)'),
      quoted('"'),
    ],
  },
  {
    id: 'slim',
    extensions: ['.slim'],
    regions: [{ kind: 'comment', open: '^\\s*\\/!?\\s*$', isIndented: true }, lineAt('^\\s*\\/'), quoted('"')],
  },
  { id: 'css', also: ['tailwindcss', 'wxss'], extensions: ['.css', '.wxss'], regions: cssRegions([block('/*', '*/')]) },
  {
    id: 'scss',
    also: ['less', 'postcss', 'stylus'],
    extensions: ['.scss', '.less', '.pcss', '.postcss', '.styl'],
    regions: cssRegions([block('/*', '*/'), lineAt('(?<!:)\\/\\/')]),
  },
  {
    id: 'sass',
    extensions: ['.sass'],
    regions: cssRegions([
      { kind: 'comment', open: '^\\s*\\/[/*]\\s*$', isIndented: true },
      block('/*', '*/', { isMultiline: false }),
      lineAt('(?<!:)\\/\\/'),
    ]),
  },
];

/** The address in `url(…)` may hold `//`. */
function cssRegions(comments: readonly Region[]): readonly Region[] {
  return [{ kind: 'string', open: 'url\\((?=[^"\'\\s)])', close: '\\)' }, ...comments, quoted('"'), quoted("'")];
}
