/** Samples as in {@link ./languageSamples}: shells, older and functional languages, data, queries, builds and markup. */
export const moreLanguageSamples: Readonly<Record<string, string>> = {
  shellscript: `#!/bin/bash
# «INC-1»
echo "INC-2 # INC-3" # «INC-4»
echo \${#name} $# a#INC-5 \${x#INC-6} # «INC-7»
echo 'don''t # INC-8' # «INC-9»
cat <<EOF | grep x # «INC-10»
# INC-11 it's
EOF
cat <<-'END'
	# INC-12
	END
x=$(( 1 << 2 )) # «INC-13»
y="$(echo "INC-14" # «INC-15»
)" # «INC-16»
cat <<<"INC-17" # «INC-18»
echo \\# INC-19
z=$'it\\'s # INC-20' # «INC-21»
((n = a << b)); echo 'x' # «INC-22»`,
  fish: `# «INC-1»
echo "# INC-2" 'it\\'s INC-3' # «INC-4»`,
  nushell: `# «INC-1»
echo "# INC-2" # «INC-3»`,
  powershell: `# «INC-1»
<# «INC-2»
«INC-3» #>
$s = "a \`" # INC-4 $(f "INC-5")" # «INC-6»
$t = 'it''s # INC-7' # «INC-8»
$h = @"
# INC-9 "
"@ # «INC-10»
$u = @'
# INC-11
'@`,
  bat: `@echo off
REM «INC-1»
@rem «INC-2»
:: «INC-3»
echo remark INC-4 & rem «INC-5»
echo ":: INC-6"`,
  awk: `# «INC-1»
/INC-2 # "/ { print "# INC-3" } # «INC-4»
{ x = a / b } # «INC-5»`,
  sed: `# «INC-1»
s/a/INC-2/`,
  jq: `# «INC-1»
.x | "# INC-2" # «INC-3»`,
  tcl: `# «INC-1»
set s "# INC-2" ;# «INC-3»
set color #fff`,
  autohotkey: `; «INC-1»
MsgBox "a;INC-2" ; «INC-3»`,
  autoit: `; «INC-1»
#cs
«INC-2»
#ce
$s = "; INC-3" ; «INC-4»`,
  applescript: `-- «INC-1»
set s to "-- INC-2" (* «INC-3» *)`,
  haskell: `-- | «INC-1»
{- «INC-2» {- «INC-3» -} «INC-4» -}
x --> y = "-- INC-5" -- «INC-6»
c = '"' -- «INC-7»
f' a' = foldl' g a' -- «INC-8»`,
  cabal: `-- «INC-1»
description: a -- INC-2`,
  elm: `-- «INC-1»
s = "-- INC-2" {- «INC-3» {- x -} «INC-4» -}
t = """
-- INC-5
"""`,
  dhall: `-- «INC-1»
let s = "-- INC-2" {- «INC-3» -}
let t = ''
  -- INC-4
  ''`,
  ocaml: `(* «INC-1» (* «INC-2» *) "*)" «INC-3» *)
let s = "(* INC-4 *)" and c = '"' (* «INC-5» *)
let t = {x|(* INC-6 |} INC-7|x} (* «INC-8» *)
let f (x : 'a) = x' (* don't «INC-9» *)`,
  sml: `(* «INC-1» *)
val s = "(* INC-2" (* «INC-3» *)`,
  lean: `-- «INC-1»
/-- «INC-2» -/
def s := "-- INC-3"`,
  erlang: `%% «INC-1»
S = "% INC-2", C = $%, D = $", % «INC-3»
A = 'a % INC-4'. % «INC-5»`,
  elixir: `# «INC-1»
@moduledoc """
«INC-2»
"""
@doc "«INC-3»"
x = "a #{f("INC-4")} # INC-5" # «INC-6»
y = """
# INC-7
"""
z = ~r/#INC-8 "/ # «INC-9»
c = ?" # «INC-10»
s = ~s(INC-11 # ") # «INC-12»`,
  clojure: `;; «INC-1»
(def s "; INC-2") ; «INC-3»
(def c \\;) (def d \\") ; «INC-4»`,
  lisp: `;; «INC-1»
(setq s "; INC-2") ; «INC-3»
#| «INC-4» #| x |# «INC-5» |#
(list #\\; #\\" ?\\; ?") ; «INC-6»`,
  scheme: `; «INC-1»
(define s "; INC-2") #| «INC-3» |#
(list #\\; #\\") ; «INC-4»`,
  wat: `;; «INC-1»
(func (; «INC-2» (; x ;) «INC-3» ;) (data ";; INC-4"))`,
  llvm: `; «INC-1»
@s = c"; INC-2" ; «INC-3»`,
  prolog: `% «INC-1»
x("% INC-2", 0'%, 'INC-3'). /* «INC-4» */`,
  unison: `-- «INC-1»
s = "-- INC-2" {- «INC-3» -}`,
  fortran: `! «INC-1»
print *, "it's ! INC-2" ! «INC-3»
print *, 'say ''! INC-4''' ! «INC-5»`,
  'fortran_fixed-form': `C     «INC-1»
*     «INC-2»
      PRINT *, 'INC-3' ! «INC-4»
      CALL INC-5`,
  cobol: `      * «INC-1»
000100* «INC-2»
           DISPLAY "INC-3 *> INC-4" *> «INC-5»`,
  pascal: `// «INC-1»
{ «INC-2»
 «INC-3» } s := 'it''s // INC-4'; (* «INC-5» *)`,
  ada: `-- «INC-1»
S : String := "-- INC-2"; C : Character := '"'; X := Y'First; -- «INC-3»`,
  vhdl: `-- «INC-1»
s <= "-- INC-2"; c <= '"'; -- «INC-3»
wait until clk'event and clk = '1'; -- «INC-4»`,
  eiffel: `-- «INC-1»
s := "-- INC-2" -- «INC-3»`,
  modelica: `// «INC-1»
Real x "// INC-2"; /* «INC-3» */`,
  asm: `; «INC-1»
# «INC-2»
@ «INC-3»
| «INC-4»
// «INC-5»
  mov r0, #1 @ «INC-6»
  db "; INC-7", 0 ; «INC-8»
  .type f, @function # «INC-9»
  move.l d0, d1 | «INC-10»
#define X "INC-11"
/* «INC-12» */`,
  basic: `REM «INC-1»
10 PRINT "INC-2 '" ' «INC-3»`,
  rexx: `/* «INC-1» */
say "/* INC-2 */" -- «INC-3»`,
  asn1: `-- «INC-1»
x INTEGER ::= 1 -- «INC-2» -- y "-- INC-3"`,
  gcode: `; «INC-1»
G1 X1 (see «INC-2») ; «INC-3»`,
  yaml: `# «INC-1»
a: "x # INC-2" # «INC-3»
b: 'it''s # INC-4' # «INC-5»
c: it's fine # «INC-6»
url: http://x/#INC-7
d: |
  # INC-8

  INC-9
e: > # «INC-10»
  # INC-11
list:
  - name: x
    text: |-
      # INC-12
    next: 5" # «INC-13»
  - |
    # INC-14
  - &a "# INC-15" # «INC-16»
steps:
  - run: |
      echo "# INC-17" # «INC-18»
    shell: bash # «INC-19»
a#INC-20: b`,
  toml: `# «INC-1»
a = "# INC-2" # «INC-3»
b = '''
# INC-4
''' # «INC-5»
c = """
# INC-6 "
""" # «INC-7»
d = 'c:\\' # «INC-8»`,
  ini: `; «INC-1»
# «INC-2»
a = "; INC-3" ; «INC-4»
b = x;INC-5`,
  properties: `# «INC-1»
! «INC-2»
a = b # INC-3`,
  dotenv: `# «INC-1»
A="# INC-2" # «INC-3»
B=x#INC-4`,
  jsonc: `{
  // «INC-1»
  "a": "// INC-2 \\" INC-3", /* «INC-4» */
  "url": "https://x/INC-5" // «INC-6»
}`,
  jsonnet: `// «INC-1»
# «INC-2»
{ a: "// INC-3", b: |||
  # INC-4
|||, c: @'it''s # INC-5' /* «INC-6» */ }`,
  terraform: `# «INC-1»
// «INC-2»
a = "\${f("INC-3")} # INC-4" # «INC-5»
b = <<-EOT
  # INC-6 "
  EOT
c = "$\${" /* «INC-7» */`,
  nix: `# «INC-1»
a = "# INC-2 \${f "INC-3"}"; /* «INC-4» */
b = ''
  # INC-5 ''\${x} '''
  INC-6
''; # «INC-7»`,
  kconfig: `# «INC-1»
config X
	bool "# INC-2" # «INC-3»
	help
	  See «INC-4», don't worry.

config Y
	string "it's" # «INC-5»`,
  rego: `# «INC-1»
x := "# INC-2" # «INC-3»`,
  cedar: `// «INC-1»
permit(principal == User::"// INC-2"); // «INC-3»`,
  gherkin: `# «INC-1»
Feature: INC-2
  Given x #INC-3
    """
    # INC-4
    """
  # «INC-5»`,
  nginx: `# «INC-1»
return 200 "# INC-2"; # «INC-3»
location ~ a#INC-4 { }`,
  ignore: `# «INC-1»
a#INC-2
b # «INC-3»`,
  rpmspec: `# «INC-1»
Summary: a # INC-2`,
  ledger: `; «INC-1»
2026/01/02 * "; INC-2" ; «INC-3»`,
  bibtex: `% «INC-1»
@article{x, title = {INC-2}}`,
  diagram: `// «INC-1»
a [label="// INC-2"]; /* «INC-3» */`,
  meson: `# «INC-1»
x = '# INC-2' # «INC-3»`,
  gn: `# «INC-1»
x = "# INC-2" # «INC-3»`,
  http: `# «INC-1»
GET https://x/INC-2`,
  sql: `-- «INC-1»
SELECT 'it''s -- INC-2', "-- INC-3" /* «INC-4»
«INC-5» */ FROM x; -- «INC-6»
INSERT INTO t VALUES ('it\\'s -- INC-7'); -- «INC-8»
CREATE FUNCTION f() RETURNS void AS $body$
BEGIN -- «INC-9»
  PERFORM '-- INC-10';
END $body$; -- «INC-11»
SELECT $$it's -- INC-12$$; -- «INC-13»
SELECT a #> '{INC-14}'; -- «INC-15»
# «INC-16»
COMMENT ON x IS 'a
-- INC-17'; -- «INC-18»`,
  postgres: `/* «INC-1» /* «INC-2» */ «INC-3» */
SELECT E'it\\'s -- INC-4'; -- «INC-5»`,
  mysql: `# «INC-1»
SELECT 'it\\'s # INC-2'; -- «INC-3»`,
  prql: `# «INC-1»
filter x == "# INC-2" # «INC-3»`,
  graphql: `"""
«INC-1»
"""
type A { # «INC-2»
  "«INC-3»"
  b(c: String = "# INC-4"): Int
}`,
  cypher: `// «INC-1»
MATCH (n {x: "// INC-2"}) /* «INC-3» */`,
  sparql: `# «INC-1»
SELECT <http://x/#INC-2> "# INC-3" # «INC-4»`,
  prisma: `/// «INC-1»
a String @default("// INC-2") // «INC-3»`,
  apl: `⍝ «INC-1»
x←'⍝ INC-2' ⍝ «INC-3»`,
  alloy: `// «INC-1»
-- «INC-2»
/* «INC-3» */ sig A {}`,
  smt: `; «INC-1»
(echo "; INC-2") ; «INC-3»`,
  makefile: `# «INC-1»
X = it's # «INC-2»
Y = a\\#INC-3
all:
	echo "# INC-4" # «INC-5»
# «INC-6» \\
  «INC-7»`,
  just: `# «INC-1»
x := "# INC-2" # «INC-3»`,
  cmake: `# «INC-1»
#[[ «INC-2»
«INC-3» ]]
set(x "# INC-4" [=[# INC-5]=]) # «INC-6»
#[==[ «INC-7» ]] «INC-8» ]==]`,
  dockerfile: `# syntax=docker/dockerfile:1
# «INC-1»
RUN echo "# INC-2" a # INC-3
RUN <<EOF
# INC-4
EOF
  # «INC-5»
ENV X=it's
# «INC-6»`,
  ninja: `# «INC-1»
rule cc`,
  qmake: `# «INC-1»
X = "# INC-2" # «INC-3»`,
  m4: `dnl «INC-1»
AC_INIT([x]) # «INC-2»`,
  inno: `; «INC-1»
Name: "; INC-2"`,
  html: `<!-- «INC-1»
«INC-2» -->
<p title="<!-- INC-3 -->">It's INC-4</p>
<script>
  // «INC-5» don't
  const a = "// INC-6"; /* «INC-7» */
</script>
<script type="application/json">{"a": "// INC-8"}</script>
<style>
  a { color: #125; background: url(http://x/INC-9) } /* «INC-10» */
</style>
<!-- «INC-11» -->`,
  xml: `<!-- «INC-1» -->
<a b="<!-- INC-2 -->">it's INC-3</a>
<![CDATA[ <!-- INC-4 --> ]]>
<!-- «INC-5» -->`,
  vue: `<template>
  <!-- «INC-1» -->
  <p :a="'INC-2'">It's INC-3 // INC-4</p>
</template>
<script setup lang="ts">
const a = 'INC-5'; // «INC-6»
</script>
<style lang="scss">
// «INC-7»
a { b: "INC-8" } /* «INC-9» */
</style>`,
  svelte: `<script lang="ts">
  let a = 'INC-1'; // «INC-2»
</script>
<!-- «INC-3» -->
{#if a < b}
  <p class="INC-4">It's {f('INC-5') /* «INC-6» */} INC-7</p>
{/if}
<!-- «INC-8» -->
<style>
  a { } /* «INC-9» */
</style>`,
  astro: `---
// «INC-1»
const a = "INC-2";
---
<!-- «INC-3» -->
<p title="INC-4">It's {a /* «INC-5» */}</p>
{/* «INC-6» */}`,
  php: `<h1>It's INC-1 // INC-2</h1>
<!-- «INC-3» -->
<?php
// «INC-4»
# «INC-5»
#[Attribute("INC-6")]
$a = "// INC-7"; $b = 'it\\'s # INC-8'; /* «INC-9» */
$c = <<<EOT
// INC-10
EOT;
$d = <<<'X'
# INC-11
X . ''; // «INC-12»
?>
<p><?= $x // «INC-13» ?> INC-14 // INC-15</p>
<?php /** «INC-16» */`,
  'php-code': `// «INC-1»
$a = "# INC-2"; # «INC-3»`,
  blade: `{{-- «INC-1» --}}
<p>INC-2</p>
@php
  // «INC-3»
@endphp
<!-- «INC-4» -->`,
  erb: `<%# «INC-1» %>
<p>It's INC-2</p>
<% x = "# INC-3" # «INC-4» %> # INC-5
<!-- «INC-6» -->`,
  ejs: `<%# «INC-1» %>
<% const a = "INC-2"; // «INC-3» %>
<p>INC-4 // INC-5</p> <%- f(/* «INC-6» */) -%>`,
  razor: `@* «INC-1» *@
@{
  var a = "// INC-2"; // «INC-3»
  if (a) { b(); } // «INC-4»
}
<p>It's INC-5 // INC-6</p>
<!-- «INC-7» -->`,
  handlebars: `{{!-- «INC-1» }} «INC-2» --}}
{{! «INC-3» }}
<p>{{a "INC-4"}} INC-5</p>
<!-- «INC-6» -->`,
  jinja: `{# «INC-1»
«INC-2» #}
<p>{{ "INC-3" }}</p>
{% comment %} «INC-4» {% endcomment %}
<!-- «INC-5» -->`,
  gotmpl: `{{/* «INC-1» */}}
{{- /* «INC-2» */ -}}
<p>{{ "INC-3" }} INC-4</p>
<!-- «INC-5» -->`,
  templ: `// «INC-1»
<p>"// INC-2"</p>`,
  smarty: `{* «INC-1» *}
<p>INC-2</p>`,
  velocity: `## «INC-1»
#* «INC-2» *#
<p>INC-3</p>`,
  freemarker: `<#-- «INC-1» -->
<p>INC-2</p>`,
  mako: `## «INC-1»
<p>INC-2</p>`,
  pug: `//- «INC-1»
p= "INC-2"
//-
  «INC-3»
p INC-4`,
  haml: `-# «INC-1»
%p INC-2`,
  slim: `/ «INC-1»
p INC-2`,
  css: `/* «INC-1» */
a { color: #125; content: "/* INC-2 */"; } /* «INC-3» */
// INC-4`,
  scss: `// «INC-1»
a { b: url(//x/INC-2); c: "// INC-3"; d: http://INC-4 } /* «INC-5» */`,
  sass: `// «INC-1»
a
  b: "// INC-2" // «INC-3»
//
  «INC-4»
c
  d: INC-5`,
};
