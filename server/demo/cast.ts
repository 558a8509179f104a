/** The people of the demonstration: a chapter of 24, in three circles of eight. All of them are made up. */
export type Player = {
  name: string;
  role: string;
  industry: string;
  timeZone: string;
  about: string;
  offer: { topic: string; level: number };
  ask: { topic: string; priority: number };
};

const topics = [
  'Risk workshops',
  'Stakeholder management',
  'Estimating',
  'Agile coaching',
  'Vendor contracts',
  'Leading without authority',
  'Earned value',
  'Facilitation',
];
const industries = ['Software', 'Construction', 'Health', 'Energy', 'Public sector', 'Logistics'];
const roles = ['Project manager', 'Programme manager', 'PMO lead', 'Scrum master', 'Delivery manager'];
const zones = ['Europe/Berlin', 'Europe/Lisbon', 'America/New_York', 'Europe/Warsaw'];
const lines = [
  'Sings in a choir, badly but happily.',
  'Two children, one allotment.',
  'Rides to every meeting by bicycle.',
  'Learning Portuguese for the third time.',
  'Bakes bread on Sundays.',
  'Would rather be sailing.',
];
const names = [
  'Ana Ruiz',
  'Ben Okafor',
  'Chiara Conti',
  'Dev Patel',
  'Eva Lindqvist',
  'Farid Haddad',
  'Grace Mbeki',
  'Henrik Dahl',
  'Ines Pereira',
  'Jonas Weber',
  'Keiko Tanaka',
  'Łukasz Zieliński',
  'Maya Cohen',
  'Nils Berg',
  'Olga Ivanova',
  'Paulo Costa',
  'Qing Zhao',
  'Rosa Marino',
  'Samir Khan',
  'Tessa de Vries',
  'Uma Raman',
  'Viktor Novák',
  'Wanda Kowalczyk',
  'Yusuf Demir',
];

const pick = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;

/** In the order in which they join. What one offers, somebody else in the same circle asks. */
export const cast: readonly Player[] = names.map((name, index) => ({
  name,
  role: pick(roles, index),
  industry: pick(industries, index),
  timeZone: pick(zones, Math.floor(index / 2)),
  about: pick(lines, index),
  offer: { topic: pick(topics, index), level: 2 + (index % 3) },
  ask: { topic: pick(topics, index + 3), priority: 1 + (index % 3) },
}));

export const circles = [
  { name: 'Thursday evening', purpose: 'Project managers who want to lead larger programmes.' },
  { name: 'Early birds', purpose: 'One hour before work, one hard question each.' },
  { name: 'Builders', purpose: 'Construction and energy projects, and the people in them.' },
] as const;

export const password = 'a round table in the evening';
/** `ana@example.org` of Ana Ruiz. */
export const emailOf = (name: string) =>
  `${name
    .split(' ')[0]
    ?.normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()}@example.org`;
