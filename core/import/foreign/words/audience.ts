import { anyPhrase } from './phrases';

interface AudienceHint {
  words: RegExp;
  weight: number;
}

const we = anyPhrase([
  '(do|did|will|would|should|can|could|are|have|must) (… )?we',
  '(if|that|what|how|why|when|where|than|before) (… )?we',
  "(do not|don't) (… )?we",
  'our',
  'us',
]);

const money = anyPhrase([
  'revenue',
  'margins?',
  'profit*',
  'p&l',
  'unit economics',
  'business (model|case)',
  'break(-| )even',
  'pay ?back',
  'roi',
  'return on investment',
  'up-?front (cost|investment)',
  'cost (us|to build|per (unit|order|user|customer))',
  'cost of (building|goods|acquisition)',
  'cac',
  'ltv',
  'cannibali(s|z)*',
  'moneti(s|z)*',
  'fund(ed|ing)',
  'budget',
  'investment',
  'financ*',
  'total addressable',
  'tam',
  'market size',
  'size of the market',
  'how (big|large) is (the|this) (market|opportunity)',
  '(sales|financial|revenue) forecasts?',
]);

const staff = anyPhrase([
  'headcount',
  'staffing',
  'hire*',
  'hiring',
  'how many (people|engineers|developers|nurses) (do|will|would|does)*',
  'resources (do|are|will|needed|required)',
  'resourc(es|ing)',
  'team (size|need)*',
  'engineering (effort|team|cost)*',
  'man-?days',
  'person-?months',
  'build or buy',
  'build,? buy',
  'to build (this|it)',
  '(build|develop) (it|this)',
]);

const risks = anyPhrase([
  'risks?',
  'what (could|can|might|would) go wrong',
  'why (might|could|would|will) (this|it) (fail*|not work*)',
  '(this|it|we|that) fails?',
  'failure modes?',
  'biggest (unknown|concern|threat|challenge)*',
  'pre-?mortem*',
  'worst case*',
  'must be true',
  'assumptions?',
  'one-way door*',
  'two-way door*',
  'reversible',
  'kill (this|it|the)*',
  'stop (this|the project)*',
  'mitigat*',
]);

const law = anyPhrase([
  'regulat(ory|ions?|ors?)',
  'legal(ly)?',
  'liabilit*',
  'liable',
  'lawsuit*',
  'gdpr',
  'dsgvo',
  'hipaa',
  'compliance',
  'approval*',
  'copyright*',
  'infring*',
  'patent*',
  'intellectual property',
  'licen(c|s)ing',
  'contract*',
  '(?<!by-)laws?',
]);

const technology = anyPhrase([
  'architecture',
  'technical(ly)? (risk|challenge|hurdle|approach)',
  'technical(ly)? (depend|feasib|hard|difficult)*',
  'feasib*',
  'infrastructure',
  'tech(nology)? stack',
  'depend(ency|encies|s? on)',
  'scale (this|it|to)',
  'third part(y|ies)',
  'hardest (part|problem|technical)',
  'invent',
  'machine learning model',
  'backend',
  'latency target',
  'bandwidth',
  'roll(ed)? ?(it )?back',
]);

const business = anyPhrase([
  'competitors?',
  'competition',
  'competitive',
  'alternatives? (are|is|do|have|exist)',
  "why (now|hasn't|has no|should we|would we|us)",
  'go(-| )to(-| )market',
  'launch (plan|date|criteria|strategy)',
  'kpis?',
  'metrics?',
  'measure( of)? success',
  'success (look|metric|criteria)',
  'know (if|that|whether) (it|this) (works|worked|is working)',
  'roadmap',
  'strategy',
  'strategic',
  'stakeholders?',
  'sales team',
  'support (load|team|tickets|cost)',
  'operational',
  'adoption (rate|target)',
  'churn',
  'segments?',
  'pilot results?',
  'what (will|would|do) customers (pay|do today)',
  'out of scope',
  'in scope',
  'not doing',
  'opportunity cost',
  'prioriti*',
  'who (owns|decides|pays|is accountable)',
  'evidence',
  'how do we know',
]);

const germanSubjects = anyPhrase([
  'umsatz',
  'marge*',
  'gewinn',
  'kosten für uns',
  'budget',
  'finanzier*',
  'investition*',
  'marktgröße',
  'wettbewerb*',
  'risik*',
  'scheiter*',
  'haftung',
  'rechtlich*',
  'datenschutz(recht|beauftragt)*',
  'technisch*',
  'architektur',
  'personal*',
  'ressourcen',
  'machbar*',
  'kennzahl*',
  'warum jetzt',
  'schiefgehen',
]);

/** What colleagues ask about. A question whose weights reach two and a half is taken for an internal one. */
export const internalHints: readonly AudienceHint[] = [
  { words: we, weight: 1 },
  { words: money, weight: 2.5 },
  { words: staff, weight: 2.5 },
  { words: risks, weight: 2.5 },
  { words: law, weight: 2.5 },
  { words: technology, weight: 1.5 },
  { words: business, weight: 1.5 },
  { words: germanSubjects, weight: 2.5 },
  { words: anyPhrase(['wir', 'uns', 'unsere?(r|m|n|s)?']), weight: 1 },
];

const speakers = anyPhrase(['I', 'my', 'me', 'mine', 'ich', 'mein*', 'mir'], 'u');
const addressed = anyPhrase(['(do|can|will|are) you', 'your', 'you', 'Sie', 'Ihr*'], 'u');
const customerSubjects = anyPhrase([
  'cancel',
  'refund',
  'sign up',
  'get started',
  'free trial',
  'warranty',
  'languages?',
  'phone',
  'offline',
  'privacy',
  'how much does',
]);

/** What only somebody outside asks. */
export const customerHints: readonly AudienceHint[] = [
  { words: speakers, weight: 2 },
  { words: addressed, weight: 0.75 },
  { words: customerSubjects, weight: 0.75 },
];
