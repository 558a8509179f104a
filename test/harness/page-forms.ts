// The forms of a page, filled in and sent as a browser without script does it: all fields as they stand, one button.
import type { Answer, Visitor } from './visitor.ts';

export type PageForm = {
  fields: Record<string, string>;
  buttons: { name: string; value: string; words: string }[];
};

/** The forms of a page in their order. */
export function formsIn(body: string): PageForm[] {
  return [...body.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].map(([, inside = '']) => ({
    fields: { ...inputsIn(inside), ...areasIn(inside), ...selectsIn(inside) },
    buttons: buttonsIn(inside),
  }));
}

/** The one form with these fields as they stand. */
export function formWith(body: string, wanted: Record<string, string>): PageForm {
  const found = formsIn(body).filter(({ fields }) =>
    Object.entries(wanted).every(([name, value]) => fields[name] === value),
  );
  const [form] = found;
  if (!form || found.length > 1) throw new Error(`${found.length} forms with ${JSON.stringify(wanted)}`);
  return form;
}

/** A hidden value of the form that carries this intent, as it stands in the page. */
export function hiddenIn(body: string, name: string, intent: string): string {
  const form = body.split('<form').find((part) => part.includes(`value="${intent}"`)) ?? '';
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
}

/** Opens a page, fills in the form with these fields and presses its button: the named one, or the only one. */
export async function sendForm(
  visitor: Visitor,
  path: string,
  wanted: Record<string, string>,
  typed: Record<string, string> = {},
  press?: { name: string; words: string },
): Promise<Answer> {
  const { fields, buttons } = formWith((await visitor.get(path)).body, wanted);
  const pressed =
    press && buttons.find(({ name, words }) => name === press.name && words.includes(press.words));
  if (press && !pressed) throw new Error(`There is no button ${press.words}.`);
  return visitor.post(path, { ...fields, ...typed, ...(pressed ? { [pressed.name]: pressed.value } : {}) });
}

function inputsIn(inside: string): Record<string, string> {
  const inputs = [...inside.matchAll(/<input\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
  return Object.fromEntries(inputs.map((input) => [attributeOf(input, 'name'), attributeOf(input, 'value')]));
}

function areasIn(inside: string): Record<string, string> {
  const areas = [...inside.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)];
  return Object.fromEntries(
    areas.map(([, attributes = '', text = '']) => [attributeOf(attributes, 'name'), plain(text)]),
  );
}

/** A select without a chosen option sends its first. */
function selectsIn(inside: string): Record<string, string> {
  const selects = [...inside.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)];
  return Object.fromEntries(
    selects.map(([, attributes = '', options = '']) => {
      const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
      const chosen = all.find((option) => /\bselected\b/.test(option)) ?? all[0] ?? '';
      return [attributeOf(attributes, 'name'), attributeOf(chosen, 'value')];
    }),
  );
}

function buttonsIn(inside: string): PageForm['buttons'] {
  return [...inside.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs)].map(
    ([, attributes = '', words = '']) => ({
      name: attributeOf(attributes, 'name'),
      value: attributeOf(attributes, 'value'),
      words:
        attributeOf(attributes, 'aria-label') ||
        plain(words.replace(/<[^>]*>/g, ' '))
          .replace(/\s+/g, ' ')
          .trim(),
    }),
  );
}

function attributeOf(attributes: string, name: string): string {
  return plain(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Text without the marks that keep it from being markup. */
function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign: string) => signs[sign] ?? '');
}
