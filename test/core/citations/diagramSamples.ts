/** Samples of languages that draw: «marked» is what people read and what counts, all other ids stand where nobody reads them. */
export const diagramSamples: Readonly<Record<string, string>> = {
  mermaid: `---
title: After «INC-1»
---
%%{init: {"theme": "INC-2",
  "look": "INC-3"}}%%
flowchart TD
  %% «INC-4»: the room
  B[Browsers] --> W{"waiting room, «INC-5»"}
  W -->|per second («INC-6»)| H[("holds<br/>«INC-7@14:05»")]
  «INC-8» --> B
  note["one\\n«INC-9»"]
  style W fill:#fff,stroke:INC-10
  classDef INC-11 fill:#f96
  linkStyle 0 stroke:INC-12
  class W calm
  title style of «INC-13»
  click H href "https://example.org/«INC-14»"`,
  plantuml: `@startuml INC-1
!include ../INC-2.puml
!include_many INC-3.puml
<style>
 root { INC-4 }
</style>
skinparam note INC-5
' «INC-6»
title Keys and «INC-7»
actor "Crew («INC-8»)" as C
C -> V : shows\\n«INC-9»
note over V
  else quartz («INC-10»)
end note
/' «INC-11»
   «INC-12» '/
@enduml`,
  dot: `// «INC-1»
# «INC-2»
digraph "«INC-3»" {
  node [fontname="INC-4", color = "INC-5"] /* «INC-6»
  «INC-7» */
  "a «INC-8»" -> b [label="slow\\n«INC-9»", URL = "https://example.org/«INC-10»", xlabel= "«INC-11»"];
  b [label=<<b>«INC-12»</b> of <i>a</i>
    «INC-13»>, style="INC-14"]; INC_15 -> c
  c [tooltip="said \\"«INC-16»\\""]
}`,
  structurizr: `# «INC-1»
// «INC-2»
/* «INC-3»
*/
workspace "Ternway («INC-4»)" {
  !docs INC-5
  !include "INC-6.dsl"
  model {
    x = person "Crew" "Reads «INC-7»" // «INC-8»
    y = softwareSystem """Two
«INC-9»"""
    x -> y "shows #«INC-10»"
    INC-11
  }
  views { url https://example.org/«INC-12» }
}`,
  svg: `<?xml version="1.0"?>
<!-- «INC-1» -->
<svg xmlns="http://www.w3.org/2000/svg" id="INC-2"
  class="INC-3">
  <style>.INC-4 { fill: red } /* INC-5 */</style>
  <metadata><name>INC-6</name></metadata>
  <title>Holds, «INC-7»</title><desc>
  told in «INC-8»</desc>
  <g id="a > INC-9"><text x="1" data-id='INC-10'
     y="2">waves<tspan dy="1">«INC-11»</tspan></text></g>
  <text><![CDATA[«INC-12»]]></text>
  <script>// INC-13</script>
  <foreignObject><div>«INC-14»&#160;</div></foreignObject>
</svg>`,
  drawio: `<mxfile host="INC-1">
  <!-- «INC-2» -->
  <diagram id="INC-3" name="Boats («INC-4»)">
    <mxCell id="INC-5" value="&lt;b&gt;«INC-6»&lt;/b&gt;&#xa;quay" style="rounded=1;INC-7" vertex="1"/>
    <object label="Gateway
«INC-8»" tooltip='«INC-9»' id='INC-10' link="https://example.org/«INC-11»" data-name="INC-12">
    INC-13
  </diagram>
</mxfile>`,
  excalidraw: `{
  "type": "excalidraw", "source": "INC-1",
  "elements": [
    {"id": "INC-2", "type": "text", "text": "holds\\n«INC-3», \\"quoted\\"", "originalText": "INC-4", "fontFamily": "INC-5"},
    {"type": "frame", "name" : "«INC-6»", "link":"https://example.org/«INC-7»", "groupIds": ["INC-8"]}
  ],
  "files": {"INC-9": {"dataURL": "data:INC-10"}}
}`,
};
