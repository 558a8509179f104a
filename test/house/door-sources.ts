// Reads from the sources which doors a route opens and which file stands at which path.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

type Opened = { name: string; by: 'read' | 'act' };

/** What a module hands out, the doors it opens, and what is odd about the way it does. */
export type RouteSource = { exports: string[]; doors: Opened[]; faults: string[] };

/** A module's exports by name; `default` for the default one. */
export function exportsOf(file: string): string[] {
  return exportedFrom(parse(file)).map(([name]) => name);
}

/**
 * What a route exports. A loader must be `read('name', …)` and an action `act(intent('name', …), …)`, with names written
 * out: whatever else they are is a fault.
 */
export function readRoute(file: string): RouteSource {
  const exported = exportedFrom(parse(file));
  const loaders = exported.filter(([name]) => name === 'loader');
  const actions = exported.filter(([name]) => name === 'action');
  const opened = [
    ...loaders.map(([, value]) => doorOf(value, 'read')),
    ...actions.flatMap(([, value]) => intentsOf(value)),
  ];
  return {
    exports: exported.map(([name]) => name),
    doors: opened.filter((one): one is Opened => one !== null),
    faults: opened.includes(null) ? [`${file} has a loader or action that is no registered door`] : [],
  };
}

/**
 * What `app/routes.ts` says: each page's file with its path, such as `/circles/:circleId`, and the frames around pages, which
 * have no path.
 */
export function readPages(): { pages: { file: string; path: string }[]; frames: string[] } {
  const pages: { file: string; path: string }[] = [];
  const frames: string[] = [];
  visit(parse('app/routes.ts'), (node) => {
    const [name, parts] = ts.isCallExpression(node) ? callOf(node) : ['', []];
    const [first = '', second = ''] = parts.map((one) => (ts.isStringLiteral(one) ? one.text : ''));
    if (name === 'layout') frames.push(path.join('app', first));
    if (name === 'index') pages.push({ file: path.join('app', first), path: '/' });
    if (name === 'route') pages.push({ file: path.join('app', second), path: `/${first}` });
  });
  return { pages, frames };
}

function intentsOf(value: ts.Expression | undefined): (Opened | null)[] {
  const [name, intents] = callOf(value);
  if (name !== 'act' || intents.length === 0) return [null];
  return intents.map((one) => doorOf(one, 'intent'));
}

function doorOf(value: ts.Expression | undefined, maker: 'read' | 'intent'): Opened | null {
  const [name, [door]] = callOf(value);
  if (name !== maker || !door || !ts.isStringLiteral(door)) return null;
  return { name: door.text, by: maker === 'read' ? 'read' : 'act' };
}

function callOf(value: ts.Expression | undefined): [string, readonly ts.Expression[]] {
  if (!value || !ts.isCallExpression(value) || !ts.isIdentifier(value.expression)) return ['', []];
  return [value.expression.text, value.arguments];
}

/** Exported names with their values, where they have one. */
function exportedFrom(source: ts.SourceFile): [string, ts.Expression | undefined][] {
  return source.statements.flatMap((statement): [string, ts.Expression | undefined][] => {
    if (ts.isExportDeclaration(statement)) return namesOf(statement).map((name) => [name, undefined]);
    if (ts.isExportAssignment(statement)) return [['default', statement.expression]];
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((one) => [one.name.getText(source), one.initializer]);
    if (hasModifier(statement, ts.SyntaxKind.DefaultKeyword)) return [['default', undefined]];
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return [[statement.name?.text ?? 'default', undefined]];
    return [];
  });
}

/** `export { a, b as loader }` and `export * from`, which could be anything. */
function namesOf({ exportClause, isTypeOnly }: ts.ExportDeclaration): string[] {
  if (isTypeOnly) return [];
  if (!exportClause || !ts.isNamedExports(exportClause)) return ['*'];
  return exportClause.elements.filter((one) => !one.isTypeOnly).map((one) => one.name.text);
}

function isExported(statement: ts.Statement): boolean {
  return hasModifier(statement, ts.SyntaxKind.ExportKeyword);
}

function hasModifier(statement: ts.Statement, kind: ts.SyntaxKind): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((one) => one.kind === kind) ?? false;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function parse(file: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind);
}
