/** Words that a paragraph about today's pain uses. */
export const problemWords =
  /\b(?:today,? (?!\S+ (?:announce|launch|introduc|release|open|unveil))|currently|until now|struggl\w*|wast(?:e|es|ed|ing)|los(?:e|es|ing|t)|difficult\w*|hard(?:er)?|frustrat\w*|painful\w*|pain|lack\w*|forced|manual(?:ly)?|costly|expensive|slow\w*|error.prone|tedious|cannot|can’t|can't|unable|no way|never (?:know|knew)|fail\w*|problem\w*|challenge\w*|delay\w*|guess\w*|spend\w*|too (?:late|long|much|many|often)|worr(?:y|ies)|confus\w*|complicat\w*|complex\w*|overwhelm\w*|fragmented|barrier\w*|burden\w*|miss(?:es|ed|ing)?|there (?:is|are|was|were) no|without knowing|wait(?:s|ing|ed)?|queue\w*|risk\w*|few \w+ know|not taught|bottleneck\w*|however|unfortunately|despite|limited|shortage|nobody|no one|bisher|heute|schwierig\w*|mühsam\w*|verlier\w*|warten|fehl(?:t|en|er)|kostet|niemand|problem\w*)\b/giu;

/** Words that a paragraph about the product uses. */
export const solutionWords =
  /\b(?:solv\w*|solution\w*|enabl\w*|lets?|allows?|now (?:can|possible)|can now|no longer|automatic\w*|simply|instead(?: of)?|introduc\w*|designed to|built (?:to|for|on)|provid\w*|deliver\w*|offers?|helps?|gives?|shows?|combines?|makes? it|unlike|with just|in (?:minutes|seconds)|feature\w*|support\w*|reduc\w*|eliminat\w*|ensur\w*|toolkit|evolution|addresses|that(?:’|')?s why|from today|new|jetzt|ermöglich\w*|zeigt|automatisch|löst|statt|dank|neue[rns]?)\b/giu;

/** How paragraphs about the answer begin. */
export const solutionBeginning =
  /^(?:that(?:’|')?s why|this is why|to (?:solve|address|fix|end|change) (?:this|these|that)|from (?:today|now)|with (?!out|limited|little|few|no |so |only|more|many|each)\S+|the new|enter|unlike|instead,? |here is how|mit (?:der|dem|\p{Lu}\w+)|ab (?:heute|sofort)|deshalb)/iu;

/** Beginnings and words that ask the reader to go somewhere. */
export const actionWords =
  /\b(?:learn more|find out more|more information|for (?:more )?details|to (?:join|register|apply|order|buy|subscribe)|visit|sign up|signup|pre-?order|order (?:now|today|it)|download it|go to|join us|contact us|is available (?:today|now|from|at|for|in|free)|are available|available (?:today|now|from|at|free)|open today|can be (?:ordered|bought|booked)|get (?:yours|it) (?:at|from)|mehr (?:erfahren|informationen)|weitere informationen|besuchen sie|erhältlich|verfügbar|jetzt (?:bestellen|anmelden|testen)|unter www|en savoir plus|rendez-vous sur)\b/giu;

export const actionBeginning =
  /^(?:visit|go to|sign up|download|join|contact|try|call|order|book|register|subscribe|apply|start your|see|find|besuchen sie|bestellen sie|melden sie|to (?:learn|find out|join|register|apply|order|buy|sign up|read|know)|for (?:more|further|details|questions|pricing)|learn more|read more|more (?:information|details|at))\b/iu;

export const webAddress =
  /\bhttps?:\/\/|\bwww\.|\b[\w-]+\.(?:com|org|net|io|dev|app|gov|edu|co|eu|de|at|ch|fr|uk|example|foundation|shop|store)(?:\/|\b)/iu;

/** Words of the first steps with a product. */
export const startWords =
  /\b(?:get(?:ting)? started|to start|to begin|how it works|it works like|first steps?|three steps|step (?:1|one)|sign(?:s|ed)? in|log(?:s|ged)? in|set ?up|install(?:s|ed|ing)?|create an account|upload(?:s|ed)?|taps?|clicks?|press(?:es)?|scans?|scanned|opens? the|choos(?:e|es)|select(?:s|ed)?|enter(?:s|ed)?|connects?|then|next,|nothing to (?:install|enable|set)|no (?:account|training|hardware|set-?up)|requires (?:no|only)|takes (?:less|under|about|two|five|ten|a few)|um loszulegen|zum start|installier\w*|anmelden|einrichten|öffnen|wählen)\b/giu;

export const startBeginning =
  /^(?:getting started|to (?:get started|start|begin|use)|starting is|it(?:’|')?s easy to|how it works|using \S+ is|setting up|new (?:users|customers) |(?:customers|users|teams|people|they|anyone) (?:can )?(?:start|begin|simply|sign|open|download|install)|simply|first,|so funktioniert|um (?:zu starten|loszulegen)|der einstieg|loslegen|los geht)/iu;

export const aboutWords =
  /\b(?:founded (?:in|by)|established in|headquartered|based in|is an? (?:[\w-]+ ){0,4}(?:provider|company|maker|non-?profit|cooperative|co-operative|organi[sz]ation|startup|start-up|consultancy|foundation|charity|manufacturer|publisher|studio|firm|hersteller|unternehmen|anbieter|genossenschaft)|gegründet|mit sitz in|employs|beschäftigt|our mission is|media contact|press contact|pressekontakt|fondée en)\b/iu;

export const aboutBeginning = /^(?:about|über|à propos de) \p{Lu}/u;

/** Roles of people who speak for a company. */
export const leaderRoles =
  /\b(?:c[efostmp]o|chief|founder|co-?founder|president|vice.president|s?vp|evp|director|head of|general manager|managing|product (?:manager|lead|owner)|program manager|chair(?:man|woman|person)?|executive|partner at|spokes\w+|lead(?:er)?|owner of (?:the )?\p{Lu}\w+|minister|administrator|geschäftsführer\w*|leiter\w*|vorstand\w*|gründer\w*|sprecher\w*|produktmanager\w*|directeur|directrice|pdg)\b/iu;

/** Roles of people who use things. */
export const customerRoles =
  /\b(?:customers?|clients?|users?|members?|(?:shop|business|home|pet|cat|dog|car) ?owner|teacher|nurse|farmer|parents?|mother|father|student|driver|operator|practitioner|developer|analyst|designer|shopkeeper|baker|carer|tenant|patients?|resident|volunteer|merchant|buyer|beta|pilot|early|freelance\w*|who (?:runs|owns|uses|has|works|lives)|from \p{Lu}|kund\w+|nutzer\w*|lehrer\w*|inhaber\w*|pfleger\w*|mutter|vater|cliente?)\b/iu;

/** What somebody says who had the pain. */
export const customerVoice =
  /\b(?:I used to|I (?:no longer|don(?:’|')t have to|can (?:finally|now))|now (?:I|we) (?:can|know|have|just)|before (?:this|that|\p{Lu}\w+)|saved? (?:me|us)|my (?:\w+ )?(?:team|shop|kids|mother|father|class|patients|farm|week|day|evenings?|colleagues)|for me|I(?:’|')d|I (?:was|had|spent|lost|thought|tried|found|just)|früher habe ich|ich muss nicht mehr|endlich)\b/iu;

/** What somebody says who made the product. */
export const leaderVoice =
  /\b(?:we (?:built|made|created|started|set out|wanted|believe|designed|asked|heard|listened|decided|are (?:excited|proud|thrilled|making|committed))|our (?:customers|users|mission|goal|vision|members|team|ambition|company|readers|tenants|patients)|we(?:’|')(?:re|ve) (?:excited|proud|thrilled|built|made|always|analyzed)|wir (?:haben|wollten|glauben)|unsere? (?:kund\w*|ziel|nutzer\w*))\b/iu;

/** What a headline says a company does with its product. */
export const launchVerbs =
  /\b(?:announc(?:e|es|ed|ing)|launch(?:es|ed|ing)?|introduc(?:e|es|ed|ing)|releas(?:e|es|ed|ing)|publish(?:es|ed)?|unveil(?:s|ed)?|opens?|opened|presents?|debuts?|starts?|brings?|rolls? out|reveals?|stellt|startet|präsentiert|eröffnet|bringt|lance|présente)\b/iu;
