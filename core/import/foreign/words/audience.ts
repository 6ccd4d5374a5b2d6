interface AudienceHint {
  words: RegExp;
  weight: number;
}

/** What colleagues ask about. A question whose weights reach two and a half is taken for an internal one. */
export const internalHints: readonly AudienceHint[] = [
  {
    words:
      /\b(?:do|did|will|would|should|can|could|are|have|must|if|that|what|how|why|when|where|than|before|do not|don’t|don't) (?:\w+ )?we\b|\bour\b|\bus\b/iu,
    weight: 1,
  },
  {
    words:
      /\b(?:revenue|margins?|profit\w*|p&l|unit economics|business (?:model|case)|break[- ]even|pay ?back|roi|return on investment|up-?front (?:cost|investment)|cost (?:us|to build|per (?:unit|order|user|customer))|cost of (?:building|goods|acquisition)|cac\b|ltv|cannibali[sz]\w*|monetiz\w*|monetis\w*|fund(?:ed|ing)|budget|investment|financ\w+|total addressable|tam\b|market size|size of the market|how (?:big|large) is (?:the|this) (?:market|opportunity)|(?:sales|financial|revenue) forecasts?)\b/iu,
    weight: 2.5,
  },
  {
    words:
      /\b(?:headcount|staffing|hire|hiring|how many (?:people|engineers|developers|nurses) (?:do|will|would|does)|resources (?:do|are|will|needed|required)|resourc(?:es|ing)|team (?:size|need)|engineering (?:effort|team|cost)|man-?days|person-?months|build or buy|build,? buy|to build (?:this|it)\b|(?:build|develop) (?:it|this)\b)/iu,
    weight: 2.5,
  },
  {
    words:
      /\b(?:risks?\b|what (?:could|can|might|would) go wrong|why (?:might|could|would|will) (?:this|it) (?:fail|not work)|(?:this|it|we|that) fails?\b|failure modes?|biggest (?:unknown|concern|threat|challenge)|pre-?mortem|worst case|must be true|assumptions?|one-way door|two-way door|reversible|kill (?:this|it|the)|stop (?:this|the project)|mitigat\w+)/iu,
    weight: 2.5,
  },
  {
    words:
      /\b(?:regulat(?:ory|ion|ions|or|ors)|legal(?:ly)?\b|liabilit\w+|liable|lawsuit|gdpr|dsgvo|hipaa|compliance|approval|copyright|infring\w*|patents?|intellectual property|licen[cs]ing|contracts?|(?<!by-)laws?\b)/iu,
    weight: 2.5,
  },
  {
    words:
      /\b(?:architecture|technical(?:ly)? (?:risk|challenge|hurdle|depend\w*|feasib\w*|approach|hard\w*|difficult\w*)|feasib\w+|infrastructure|tech(?:nology)? stack|depend(?:ency|encies|s? on)|scale (?:this|it|to)|third part(?:y|ies)|hardest (?:part|problem|technical)|invent|machine learning model|backend|latency target|bandwidth|roll(?:ed)? ?(?:it )?back)\b/iu,
    weight: 1.5,
  },
  {
    words:
      /\b(?:competitors?|competition|competitive|alternatives? (?:are|is|do|have|exist)|why (?:now|hasn(?:’|')t|has no|should we|would we|us)|go[- ]to[- ]market|launch (?:plan|date|criteria|strategy)|kpis?|metrics?|measure(?: of)? success|success (?:look|metric|criteria)|know (?:if|that|whether) (?:it|this) (?:works|worked|is working)|roadmap|strategy|strategic|stakeholders?|sales team|support (?:load|team|tickets|cost)|operational|adoption (?:rate|target)|churn|segments?|pilot results?|what (?:will|would|do) customers (?:pay|do today)|out of scope|in scope|not doing|opportunity cost|prioriti\w+|who (?:owns|decides|pays|is accountable)|evidence|how do we know)\b/iu,
    weight: 1.5,
  },
  {
    words:
      /\b(?:umsatz|marge\w*|gewinn|kosten für uns|budget|finanzier\w*|investition\w*|marktgröße|wettbewerb\w*|risik\w+|scheiter\w*|haftung|rechtlich\w*|datenschutz(?:recht|beauftragt)\w*|technisch\w*|architektur|personal\w*|ressourcen|machbar\w*|kennzahl\w*|warum jetzt|schiefgehen)\b/iu,
    weight: 2.5,
  },
  { words: /\b(?:wir|uns|unsere?[rmns]?)\b/iu, weight: 1 },
];

/** What only somebody outside asks. */
export const customerHints: readonly AudienceHint[] = [
  { words: /\b(?:I|my|me|mine)\b|\bich\b|\bmein\w*|\bmir\b/u, weight: 2 },
  { words: /\b(?:do you|can you|will you|are you|your|you)\b|\bSie\b|\bIhr\w*/u, weight: 0.75 },
  {
    words:
      /\b(?:cancel|refund|sign up|get started|free trial|warranty|languages?|phone|offline|privacy|how much does)\b/iu,
    weight: 0.75,
  },
];
