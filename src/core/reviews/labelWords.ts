import { words } from './words';

/** What is read from labels such as `**Severity:** SEV-2`. */
export type LabelField =
  | 'id'
  | 'title'
  | 'date'
  | 'severity'
  | 'services'
  | 'status'
  | 'tags'
  | 'people'
  | 'summary'
  | 'surprises'
  | 'difficulties'
  | 'contributors'
  | 'related';

/** Labels in comparable form, the most telling first. A team's own come from `precedent.yaml` and go before them. */
export const labelWords: Readonly<Record<LabelField, readonly string[]>> = {
  id: words(`
    incident id | incident number | incident no | incident key | incident reference | incident ref
    | postmortem id | post-mortem id | review id | report id | report number | id | vorfall-id
    | id del incidente | id do incidente | id de l'incident | インシデントid | インシデント番号 | 事件编号 | 인시던트 id`),
  title: words('title | incident title | titel | titre | título | タイトル | 件名 | 标题 | 제목'),
  date: words(`
    date | incident date | date of incident | date and time | date/time | date & time | dates | occurred
    | occurred on | occurred at | date occurred | when | started | start | started at | start time
    | start date | incident start | incident started | began | fault occurs | first detected | detected
    | detected at | detection time | incident declared | impact period | impact start | incident window
    | outage window | time of incident | time period | period | datum | beginn | fecha | data
    | data do incidente | fecha del incidente | date de l’incident | date de l'incident | 発生日時 | 発生日
    | 発生時刻 | 影響期間 | 検知日時 | 日付 | 日時 | 发生时间 | 日期 | 발생일시 | 날짜 | start-end | start/end | start - end | date and duration | time | duration`),
  severity: words(`
    severity | incident severity | severity level | sev | priority | incident priority | impact level
    | schweregrad | priorität | gravité | priorité | severidad | gravedad | prioridad | severidade
    | gravidade | prioridade | 重大度 | 深刻度 | 優先度 | 严重程度 | 严重性 | 심각도`),
  services: words(`
    affected services | affected service | services affected | service affected | impacted services
    | impacted service | services impacted | services | service | affected systems | affected system
    | systems affected | impacted systems | affected components | affected component | components affected
    | components | component | affected products | affected product | products affected | affected
    | systems | system | product | products | betroffene dienste | betroffene systeme | services affectés
    | servicios afectados | serviços afetados | 影響サービス | 影響を受けたサービス | 対象サービス | 受影响的服务 | 受影响服务 | 영향받은 서비스`),
  status: words(
    'status | incident status | state | document status | estado | statut | ステータス | 状態 | 状态 | 상태',
  ),
  tags: words('tags | labels | keywords | categories | category | タグ | 标签'),
  people: words(`
    author | authors | author(s) | written by | told by | collected by | interviewed | interviewed by
    | interviewees | interviewee | interviewer | owner | owners | incident owner | postmortem owner
    | review owner | created by | prepared by | reported by | reporter | incident commander | commander
    | incident lead | incident manager | involved | people involved | responders | responder
    | participants | attendees | on-call | on call | facilitator | scribe | verfasser | autor | autoren
    | beteiligte | verantwortlich | auteur | auteurs | autores | responsable | responsável | 作成者 | 担当者
    | 担当 | 執筆者 | 参加者 | 作者 | 负责人 | 작성자 | 담당자`),
  summary: words(`
    summary | issue summary | incident summary | description | overview | tl;dr | tldr | what happened
    | identified | 概要`),
  surprises: words('what surprised us | surprises | surprise'),
  difficulties: words('what was difficult | difficulties | what was confusing | what went wrong'),
  contributors: words('contributing factors | contributors | root cause | root causes | cause | causes'),
  related: words(`
    related | related incidents | related incident | related reviews | related postmortems | see also
    | references | previous incidents | 関連 pm | 関連pm | 関連インシデント`),
};
