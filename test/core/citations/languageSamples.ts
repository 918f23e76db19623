/**
 * A piece of code for each language that the scanner knows: what is cited in comments is «marked», what stands in strings and in code
 * is not. Every sample has a comment, and most a string and what looks like a comment and is none.
 */
export const languageSamplesOfCode: Readonly<Record<string, string>> = {
  typescript: `#!/usr/bin/env ts-node
// «INC-1»
const url = 'https://x/INC-2'; // «INC-3»
/** doc «INC-4»
 * «INC-5» */
const text = \`// INC-6 \${inner(/* «INC-7» */ 'INC-8', { a: \`INC-9\` })} INC-10\`;
const pattern = /['"\\/] INC-11 [/"]/g; // «INC-12»
const ratio = a / b; const other = c / d; // «INC-13»
return /"/.test(x) ? "it's INC-14" : 'say "INC-15'; // «INC-16»
const long = 'a \\
INC-17'; // «INC-18»
if (x) /re"/.exec(y); // «INC-19»`,
  typescriptreact: `const a = <T,>(x: T) => x; // «INC-1»
return (
  <div title="INC-2" data-x='// INC-3' onClick={() => go('INC-4') /* «INC-5» */}>
    It's INC-6 // INC-7 /* INC-8 */ https://x/INC-9
    {/* «INC-10» */}
    {list.map((x) => <Item key={x} /* «INC-11» */ />)}
    <></>
    {a < b && c > d /* «INC-12» */}
  </div>
); // «INC-13»
const b = a < c; // «INC-14»`,
  javascript: `const el = cond ? <b>don't INC-1</b> : null; // «INC-2»
x = y / 2 / "INC-3"; // «INC-4»
const html = "<!-- INC-5 -->"; /* «INC-6» */`,
  coffeescript: `# «INC-1»
x = "#{a} # INC-2" # «INC-3»
###
«INC-4»
###
y = """
# INC-5
"""`,
  qml: `// «INC-1»
text: "INC-2 // INC-3" /* «INC-4» */`,
  rescript: `// «INC-1»
let x = "// INC-2" /* «INC-3» /* «INC-4» */ «INC-5» */`,
  c: `#include <x//y.h>
// «INC-1» \\
   «INC-2»
char c = '"'; /* «INC-3»
«INC-4» */ char *s = "/* INC-5 // \\" INC-6"; // «INC-7»
int x = '\\''; // «INC-8»
int multi = 'abcd'; // «INC-9»`,
  cpp: `auto n = 1'000'000; // «INC-1»
auto s = R"x(// INC-2 " )" INC-3
INC-4)x"; // «INC-5»
char q = u8'"'; // «INC-6»
/// «INC-7»`,
  'objective-c': `NSString *s = @"// INC-1"; // «INC-2»
/* «INC-3» */`,
  go: `// «INC-1»
var s = "// INC-2" + \`
// INC-3 \\\` // «INC-4»
r := '"' // «INC-5»
/* «INC-6» */`,
  rust: `//! «INC-1»
/* «INC-2» /* «INC-3» */ «INC-4» */
fn f<'a>(x: &'a str, y: &'static str) -> char { '"' } // «INC-5»
let s = r#"// INC-6 " INC-7"#; let t = b"INC-8"; // «INC-9»
let b = b'"'; // «INC-10»
let m = "a
// INC-11"; // «INC-12»`,
  swift: `/// «INC-1»
let s = "a \\(b("INC-2")) // INC-3" // «INC-4»
let t = """
// INC-5 "
""" /* «INC-6» /* x */ «INC-7» */
let r = #"INC-8 " \\ INC-9"# // «INC-10»`,
  zig: `// «INC-1»
const s =
    \\\\// INC-2 "
;
const c = '"'; // «INC-3»`,
  d: `/+ «INC-1» /+ «INC-2» +/ «INC-3» +/
auto s = \`// INC-4\`; auto r = r"\\"; // «INC-5»
auto c = '"'; /* «INC-6» */`,
  odin: `// «INC-1»
x := \`// INC-2\` /* «INC-3» */`,
  v: `// «INC-1»
x := 'INC-2 // INC-3' // «INC-4»`,
  vala: `// «INC-1»
var s = """ // INC-2 """; /* «INC-3» */`,
  solidity: `/// @notice «INC-1»
string s = "// INC-2"; string t = hex'00'; /* «INC-3» */`,
  proto3: `syntax = "proto3"; // «INC-1»
/* «INC-2» */ option x = "// INC-3"; // «INC-4»`,
  thrift: `# «INC-1»
// «INC-2»
const string s = "# INC-3" /* «INC-4» */`,
  capnp: `@0xdbb9ad1f14bf0b36; # «INC-1»
name @0 :Text = "# INC-2";`,
  hlsl: `// «INC-1»
float x; /* «INC-2» */`,
  verilog: `// «INC-1»
wire [7:0] x = 8'hFF; // «INC-2»
initial $display("// INC-3"); /* «INC-4» */`,
  haxe: `// «INC-1»
var s = "// INC-2"; var t = 'INC-3'; /* «INC-4» */`,
  apex: `// «INC-1»
String s = 'it\\'s // INC-2'; /* «INC-3» */`,
  stan: `// «INC-1»
x : "// INC-2"; /* «INC-3» */`,
  dtrace: `// «INC-1»
printf("// INC-2"); /* «INC-3» */`,
  dts: `/* «INC-1» */
compatible = "a,b//INC-2"; // «INC-3»`,
  gleam: `/// «INC-1»
let s = "// INC-2" // «INC-3»`,
  ballerina: `# «INC-1»
string s = "# INC-2"; // «INC-3»`,
  pkl: `/// «INC-1»
x = "// INC-2" // «INC-3»`,
  cue: `// «INC-1»
x: "// INC-2" // «INC-3»`,
  bicep: `// «INC-1»
param x string = 'https://INC-2' /* «INC-3» */
var y = '''
// INC-4
'''`,
  kdl: `// «INC-1»
node "// INC-2" /* «INC-3» */`,
  java: `/** «INC-1» */
String s = "// INC-2 \\" INC-3"; char c = '"'; // «INC-4»
String t = """
  // INC-5 "
  """; /* «INC-6» */`,
  kotlin: `/* «INC-1» /* «INC-2» */ «INC-3» */
val s = "a \${if (x) "INC-4" else "// INC-5"} INC-6" // «INC-7»
val t = """// INC-8 " INC-9""" // «INC-10»
val c = '"' // «INC-11»`,
  scala: `// «INC-1»
val s = s"\${f("INC-2")} // INC-3" // «INC-4»
val t = """// INC-5 "x" """ /* «INC-6» /* x */ «INC-7» */
val u = 'symbol // «INC-8»
val w = "\${" // «INC-9»`,
  groovy: `// «INC-1»
def s = "a \${b('INC-2')} // INC-3" // «INC-4»
def t = '''
// INC-5
''' /* «INC-6» */
def r = /x"INC-7/ // «INC-8»
id 'com.example.x' version "1.0//INC-9" // «INC-10»`,
  csharp: `/// <summary>«INC-1»</summary>
var s = @"c:\\"; // «INC-2»
var t = @"say ""INC-3"" // INC-4
INC-5"; // «INC-6»
var u = $"{map["INC-7"]} // INC-8 {{"; // «INC-9»
var w = """
  // INC-10 ""
  """; /* «INC-11» */
char c = '"'; // «INC-12»`,
  fsharp: `// «INC-1»
let s = "// INC-2" (* «INC-3» (* «INC-4» *) «INC-5» *)
let f (x: 'a) = (*) x // «INC-6»
let t = """ // INC-7 """ // «INC-8»`,
  vb: `' «INC-1»
Dim s As String = "it's INC-2 ""INC-3""" ' «INC-4»
REM «INC-5»
Dim remark = 1`,
  dart: `/// «INC-1»
var s = 'a \${f("INC-2")} // INC-3'; // «INC-4»
var r = r'\\'; // «INC-5»
var t = """
// INC-6
"""; /* «INC-7» /* x */ «INC-8» */`,
  xtend: `// «INC-1»
val s = '''// INC-2''' /* «INC-3» */`,
  drools: `// «INC-1»
rule "// INC-2" # «INC-3»`,
  powerquery: `// «INC-1»
x = "// INC-2 ""INC-3""" /* «INC-4» */`,
  al: `// «INC-1»
Error('it''s // INC-2'); /* «INC-3» */`,
  abap: `* «INC-1»
x = 'INC-2 "'. " «INC-3»
y = |INC-4 "|. " «INC-5»`,
  python: `#!/usr/bin/env python3
"""Module «INC-1».

«INC-2»
"""
import x  # «INC-3»
def f():
    r'''«INC-4» don't'''
    y = "# INC-5"  # «INC-6»
    z = '''
# INC-7
''' + call(
        """INC-8""",
    )
    return f"{z} # INC-9 \\" INC-10"  # «INC-11»
raw = r"\\d#INC-12"  # «INC-13»
class C:
    "# INC-14"
    help = {
        'a':
            """INC-16 is the value of a key
            """,
    }
    pattern = compile(
        r"""INC-17""")
    def g() -> "C":
        """«INC-18»"""
    x = {'a': 1}  # «INC-15»`,
  ruby: `# «INC-1»
x = "a #{b["INC-2"]} # INC-3" # «INC-4»
y = 'INC-5 # INC-6' + %q(INC-7 (# INC-8) INC-9) # «INC-10»
=begin
«INC-11»
=end
sql = <<~SQL + <<-'TWO' # «INC-12»
  # INC-13
SQL
  INC-14 # INC-15
  TWO
z = text =~ /#INC-16 "/ # «INC-17»
q = a / b # «INC-18»
it 'handles INC-19' do # «INC-20»
c = ?" # «INC-21»
w = %w[a#INC-22 b] # «INC-23»
__END__
# INC-24`,
  perl: `# «INC-1»
my $n = $#array; # «INC-2»
my $s = "# INC-3"; my $q = q{INC-4 # {INC-5}}; # «INC-6»
$x =~ s/#INC-7/"/; # «INC-8»
$y =~ m{INC-9#"}; # «INC-10»
print <<"EOT", 1; # «INC-11»
# INC-12
EOT

=pod

«INC-13»

=cut

my %h = (a => 'INC-14'); # «INC-15»
my @f = map { m,/, ? $_ : "INC-16/$_" } @l; # «INC-17»
__END__
# INC-18

=head1 «INC-19»

=cut

# INC-20`,
  r: `#' «INC-1»
x <- "# INC-2" # «INC-3»
y <- r"(# INC-4 ")" # «INC-5»`,
  julia: `"""
«INC-1»
"""
f(x) = x' # «INC-2»
s = "a $(g("INC-3")) # INC-4" # «INC-5»
#= «INC-6» #= «INC-7» =# «INC-8» =#
c = '"' # «INC-9»
t = """
# INC-10
"""`,
  lua: `-- «INC-1»
local s = "-- INC-2" -- «INC-3»
--[[ «INC-4»
«INC-5» ]] local t = [[ -- INC-6
]] --[==[ «INC-7» ]] «INC-8» ]==] x = 'INC-9'`,
  nim: `## «INC-1»
let s = "# INC-2" # «INC-3»
#[ «INC-4» #[ «INC-5» ]# «INC-6» ]#
let r = r"\\" # «INC-7»
let t = """# INC-8 """`,
  matlab: `% «INC-1»
x = y'; % «INC-2»
s = 'it''s % INC-3'; % «INC-4»
%{
«INC-5»
%}
t = "% INC-6"; % «INC-7»
z = a' * b'; % «INC-8»`,
  puppet: `# «INC-1»
$x = "# INC-2" # «INC-3»`,
  gdscript: `# «INC-1»
var s = "# INC-2" # «INC-3»`,
  smalltalk: `"«INC-1»"
x := 'it''s "INC-2"'. "«INC-3»"`,
  stata: `* «INC-1»
display "// INC-2" // «INC-3»
/* «INC-4» */`,
  gnuplot: `# «INC-1»
set title "# INC-2" # «INC-3»`,
  postscript: `% «INC-1»
(% INC-2 (INC-3)) show % «INC-4»`,
  forth: `\\ «INC-1»
: x ( a -- b «INC-2» ) s" \\ INC-3" ; \\ «INC-4»`,
  vimscript: `" «INC-1»
let s = "INC-2" | let t = 'it''s INC-3' " «INC-4»
" don't «INC-5»`,
};
