import type { LanguageRow, Region } from './region';
import { block, character, line, longQuoted, longRaw, nestedBlock, nestedSlashes, quoted, slashes } from './regions';

/** In C a backslash at the end of the line continues even a comment. */
const continuedSlashes: readonly Region[] = [line('//', { isContinued: true }), block('/*', '*/')];
const rawOfCpp: Region = {
  kind: 'string',
  open: '(?<![\\w"])(?:u8|[uUL])?R"([^\\s()\\\\"]{0,16})\\(',
  close: '\\)%delimiter%"',
  isMultiline: true,
};
const rawOfRust: Region = {
  kind: 'string',
  open: '(?<![\\w"])[bc]?r(#{0,16})"',
  close: '"%delimiter%',
  isMultiline: true,
};
const rawOfSwift: Region = {
  kind: 'string',
  open: '(?<!#)(#{1,8})"(?!"")',
  close: '"%delimiter%',
  skip: '\\\\(?!\\().',
};

/** Languages in the way of C: braces, `//` and block comments. */
export const languagesOfC: readonly LanguageRow[] = [
  {
    id: 'c',
    extensions: ['.c', '.i', '.idc'],
    regions: [...continuedSlashes, quoted('"'), character],
  },
  {
    id: 'cpp',
    also: ['cuda-cpp', 'cuda', 'arduino', 'ino', 'opencl'],
    extensions: [
      ...['.cpp', '.cc', '.cxx', '.c++', '.hpp', '.hh', '.hxx', '.h++', '.h', '.ii', '.inl', '.ipp', '.ixx', '.tpp'],
      ...['.txx', '.cppm', '.cu', '.cuh', '.ino', '.pde', '.cl', '.hpp.in', '.h.in'],
    ],
    regions: [...continuedSlashes, rawOfCpp, quoted('"'), character],
  },
  {
    id: 'objective-c',
    also: ['objective-cpp'],
    extensions: ['.m', '.mm'],
    regions: [...continuedSlashes, rawOfCpp, quoted('"'), character],
  },
  {
    id: 'go',
    also: ['gomod', 'go.mod', 'gowork'],
    extensions: ['.go'],
    fileNames: ['go.mod', 'go.work'],
    regions: [...slashes, quoted('"'), longRaw('`'), character],
  },
  {
    id: 'rust',
    extensions: ['.rs', '.rs.in'],
    interpreters: ['rust-script', 'cargo'],
    regions: [...nestedSlashes, rawOfRust, longQuoted('"'), character],
  },
  {
    id: 'swift',
    extensions: ['.swift', '.swiftinterface'],
    interpreters: ['swift'],
    regions: [
      ...nestedSlashes,
      { ...longQuoted('"""'), open: '(#{0,8})"""', close: '"""%delimiter%' },
      rawOfSwift,
      quoted('"', { holes: [{ open: '\\\\\\(', close: '\\)', nest: '\\(' }] }),
    ],
  },
  {
    id: 'zig',
    also: ['zon'],
    extensions: ['.zig', '.zon'],
    regions: [line('//'), { kind: 'string', open: '\\\\\\\\' }, quoted('"'), character],
  },
  {
    id: 'd',
    extensions: ['.d', '.di'],
    interpreters: ['rdmd'],
    regions: [
      ...slashes,
      nestedBlock('/+', '+/'),
      longRaw('`'),
      { kind: 'string', open: '(?<!\\w)r"', close: '"', isMultiline: true },
      { kind: 'string', open: '(?<!\\w)q"(\\w{1,30})$', close: '^%delimiter%"', isMultiline: true },
      longQuoted('"'),
      character,
    ],
  },
  { id: 'odin', extensions: ['.odin'], regions: [...nestedSlashes, quoted('"'), longRaw('`'), character] },
  {
    id: 'v',
    extensions: ['.vv', '.vsh'],
    regions: [...nestedSlashes, longQuoted('"'), longQuoted("'"), longRaw('`')],
  },
  {
    id: 'vala',
    also: ['genie'],
    extensions: ['.vala', '.vapi'],
    regions: [...slashes, longRaw('"""'), quoted('"'), character],
  },
  {
    id: 'solidity',
    also: ['yul', 'move', 'cairo'],
    extensions: ['.sol', '.yul', '.move', '.cairo'],
    regions: [...slashes, quoted('"'), quoted("'")],
  },
  {
    id: 'proto3',
    also: ['proto', 'protobuf', 'textproto', 'avdl', 'fbs', 'flatbuffers', 'smithy'],
    extensions: ['.proto', '.avdl', '.fbs', '.smithy'],
    regions: [...slashes, quoted('"'), quoted("'")],
  },
  {
    id: 'thrift',
    extensions: ['.thrift'],
    regions: [...slashes, line('#'), quoted('"'), quoted("'")],
  },
  { id: 'capnp', extensions: ['.capnp'], regions: [line('#'), quoted('"')] },
  {
    id: 'hlsl',
    also: ['glsl', 'wgsl', 'metal', 'shaderlab', 'slang', 'usf'],
    extensions: [
      ...['.hlsl', '.fx', '.fxh', '.glsl', '.vert', '.frag', '.geom', '.comp', '.tesc', '.tese', '.wgsl', '.metal'],
      ...['.shader', '.cginc', '.compute', '.slang'],
    ],
    regions: [...nestedSlashes, quoted('"')],
  },
  {
    id: 'verilog',
    also: ['systemverilog', 'verilog-ams'],
    extensions: ['.v', '.vh', '.sv', '.svh', '.vlog'],
    regions: [...slashes, quoted('"')],
  },
  {
    id: 'haxe',
    also: ['hxml', 'actionscript', 'as', 'squirrel', 'nut'],
    extensions: ['.hx', '.as', '.nut'],
    regions: [...slashes, longQuoted('"'), longQuoted("'")],
  },
  { id: 'apex', also: ['apex-anon'], extensions: ['.cls', '.trigger', '.apex'], regions: [...slashes, quoted("'")] },
  {
    id: 'stan',
    also: [
      'openscad',
      'scad',
      'pony',
      'ceylon',
      'antlr',
      'bison',
      'lex',
      'yacc',
      'javacc',
      'peggy',
      'tree-sitter-query',
    ],
    extensions: ['.stan', '.scad', '.pony', '.g4', '.y', '.yy', '.l', '.ll', '.jj', '.pegjs', '.peggy'],
    regions: [...slashes, quoted('"'), quoted("'")],
  },
  {
    id: 'dtrace',
    also: ['bpftrace', 'systemtap'],
    extensions: ['.bt', '.stp'],
    interpreters: ['bpftrace', 'dtrace', 'stap'],
    regions: [...slashes, quoted('"')],
  },
  {
    id: 'dts',
    also: ['devicetree', 'linkerscript', 'ld'],
    extensions: ['.dts', '.dtsi', '.dtso', '.lds', '.ld', '.icf'],
    regions: [...slashes, quoted('"')],
  },
  { id: 'gleam', extensions: ['.gleam'], regions: [line('//'), longQuoted('"')] },
  { id: 'ballerina', extensions: ['.bal'], regions: [line('//'), line('#'), quoted('"'), longRaw('`')] },
  { id: 'pkl', extensions: ['.pkl'], regions: [...nestedSlashes, longQuoted('"""'), quoted('"')] },
  {
    id: 'cue',
    extensions: ['.cue'],
    regions: [line('//'), longQuoted('"""'), longQuoted("'''"), quoted('"'), quoted("'")],
  },
  { id: 'bicep', extensions: ['.bicep', '.bicepparam'], regions: [...slashes, longRaw("'''"), quoted("'")] },
  {
    id: 'kdl',
    extensions: ['.kdl'],
    regions: [
      ...nestedSlashes,
      { kind: 'string', open: '(#{1,8})"', close: '"%delimiter%', isMultiline: true },
      longQuoted('"'),
    ],
  },
];
