import type { SectionKind } from './review';
import { words } from './words';

/**
 * Words by which headings say what they are about, in comparable form; a kind's most telling words first.
 *
 * `whole` must be the whole heading; `first` may be followed by more words; `anywhere` may stand between others.
 */
export interface SectionWords {
  readonly whole?: readonly string[];
  readonly first?: readonly string[];
  readonly anywhere?: readonly string[];
}

/** What most teams call things. A team's own words come from `precedent.yaml`. Stems end in `*`. */
export const sectionWords: Readonly<Partial<Record<SectionKind, SectionWords>>> = {
  surprises: {
    whole: words('lucky | luck | unknowns'),
    first: words('where we got lucky | where we were lucky | what was lucky | we got lucky | lucky breaks'),
    anywhere: words(`
    surpris* | puzzl* | unexpected* | got lucky | were lucky | didn’t expect | didn't expect
    | did not expect | überrasch* | surpreend* | sorprend* | sorpres* | 驚い* | 驚き* | 意外* | 運が良かった* | 幸運*
    | 意外 | 令人惊讶* | 놀라* | 운이 좋* | wo wir glück hatten`),
  },
  difficulties: {
    whole: words('challenges | the bad | bad | what was hard | dead ends | the ugly | difficulties'),
    first: words(`
    what went wrong | what went poorly | what went badly | what went less well | went wrong
    | went poorly | things that went wrong | things that went poorly | things that went badly
    | what could have gone better | what could be better | what could be improved
    | what could have been better | what can be improved | what did not work | what we tried
    | what was tried | failed attempts | false leads`),
    anywhere: words(`
    difficult* | confus* | uncertain* | ambigu* | was hard | made it hard | made this hard
    | didn't go well | didn't go so well | did not go well | did not go so well | not go well
    | didn't work | did not work | wasn't caught | was not caught | wasn't detected | wasn't this caught
    | what went wrong | what went poorly | schief* | schwierig* | difficile* | difficultés | salió mal
    | deu errado | うまくいかなかった* | 改善が必要な* | 困難* | 難しかった* | 困った* | 做得不好* | 어려* | 잘 안*`),
  },
  contributors: {
    whole: words('analysis | cause | causes | why | trigger | triggers | rca | diagnosis | the problem'),
    first: words(`
    contributing | contributors | causes | cause of | cause and | causal | underlying | what caused
    | why did | why it happened | what contributed | trigger | analysis of | technical analysis
    | problem analysis | direct cause | proximate cause | why it happened | how it happened | how did it happen`),
    anywhere: words(`
    root cause | root causes | rootcause | root-cause | contributing factor | contributing factors
    | contributing causes | five whys | 5 whys | five why | 5 why | cause analysis | incident analysis
    | ursache* | auslöser* | cause racine | causes racines | causa raíz | causas | causa raiz | 根本原因*
    | 原因* | 寄与要因* | 直接原因* | 要因* | 원인*`),
  },
  timeline: {
    whole: words(`
    chronology | log of events | events | history | zeitachse | verlauf | chronologie | cronología
    | ablauf`),
    first: words('sequence of events | key events | chronolog* | event log | incident log | course of events'),
    anywhere: words(`
    timeline* | time line | sequence of events | zeitstrahl* | zeitlicher ablauf | línea de tiempo
    | linha do tempo | タイムライン* | 時系列* | 经过* | 时间线* | 時間軸* | 타임라인*`),
  },
  followUps: {
    whole: words(`
    actions | todo | to do | todos | follow up | followup | followups | follow ups | prevention
    | recommendations | improvements | tasks | tickets | maßnahmen | acciones | ações | long term solution
    | long term fix | longer term fixes`),
    first: words(`
    actions to | what we will do | what we're doing | what we are doing | what are we doing
    | future actions | planned actions | long term | long-term | preventing | preventative | preventive
    | prevention of | recommended actions | remediation | how we will prevent | prevention | how do we prevent | how will we prevent | what will we do`),
    anywhere: words(`
    action items | action item | action points | action plan | actions items | follow-up | follow-ups
    | follow up | followup | next steps | next step | corrective action | corrective actions
    | corrective measures | corrective | preventative measures | review actions | improvements
    | future work | nächste schritte | folgemaßnahmen | prochaines étapes | próximos pasos
    | próximos passos | アクションアイテム* | 再発防止* | 今後の対応* | 対策* | 行动项* | 改进措施* | 후속* | 재발 방지*`),
  },
  lessons: {
    whole: words(`
    takeaways | learnings | lessons | retrospective | reflection | reflections | the good | conclusion
    | conclusions`),
    first: words(`
    lessons | what we learned | what we learnt | what did we learn | what went well | what went right
    | what worked | things that went well | went well | key takeaways | key learnings`),
    anywhere: words(`
    lessons learned | lessons learnt | learnings | takeaways | lesson learned | went well | lehren
    | erkenntnisse | gut gelaufen | leçons* | lecciones* | lições* | 教訓* | 学び* | うまくいったこと* | 経験教訓* | 经验教训*
    | 교훈*`),
  },
  transcript: {
    whole: words('chat | slack | irc | slack thread | conversation | slack log | discussion'),
    anywhere: words(`
    transcript* | chat log | chat logs | chat history | irc log | irc logs | slack log | slack logs
    | slack transcript | slack conversation | chatlog | chatlogs | chatprotokoll | meeting notes | チャットログ*
    | 聊天记录*`),
  },
  summary: {
    whole: words(`
    overview | abstract | tl;dr | tldr | tl dr | synopsis | description | issue | the incident
    | what happened | executive summary | in short | at a glance | zusammenfassung | überblick | résumé
    | resumen | resumo | riassunto | samenvatting | 概要 | 摘要 | 개요 | 요약`),
    first: words(`
    summary | overview | what happened | incident summary | issue summary | description of
    | incident description | incident overview | problem statement | problem description | summary of | what was the problem | what was it | the problem was`),
    anywhere: words('summary | サマリ* | 概要* | summary'),
  },
  context: {
    whole: words('context | background | hintergrund | contexte | contexto | 背景 | 배경'),
    first: words(`
    background | context | setting the scene | what made sense | how it was supposed to work
    | some background`),
    anywhere: words('background | how the system works | made sense at the time | 背景*'),
  },
  impact: {
    whole: words('effects | damage | scope | affected users | customer impact | user impact | blast radius'),
    first: words('impact | affected | who was affected | what was affected | scope of'),
    anywhere: words('impact | auswirkung* | impacto | 影響* | 影响* | 영향*'),
  },
  resolution: {
    whole: words(`
    fix | the fix | recovery | response | mitigation | mitigations | workaround | solution | repair
    | actions taken | action taken | behebung | lösung | solución | solução`),
    first: words(`
    resolution | recovery | mitigation | short term | short-term | how we fixed | how it was fixed
    | how was it resolved | resolved by | immediate fix | immediate actions | response and | steps taken
    | actions taken | how did we fix | how we resolved | how did we resolve | fix applied | fixes applied | the fix`),
    anywhere: words('resolution | how we responded | 復旧* | 対応内容* | 解决* | 해결* | 恢复*'),
  },
  people: {
    whole: words(`
    people | attendees | participants | authors | owner | owners | responders | roles | involved
    | people involved | people to ask | ask | interviewees | teilnehmer | beteiligte | participantes
    | 参加者 | 参与者 | 참석자`),
    first: words(`
    attendees | participants | responders | incident team | incident responders | who was involved
    | who knows more | who knows about | who can tell | who can help | who to ask | whom to ask
    | who to talk to | people who can | people who know | wer mehr weiß | wer weiß mehr`),
    anywhere: words(`
    attendees | participants | who to ask | whom to ask | who do i ask | who do i talk to
    | who can i ask | who should i ask | who should i talk to | who do we ask | 参加者*`),
  },
};
