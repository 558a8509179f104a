// As much of IndexedDB as the outbox needs, in memory: one browser profile that all tabs of a run share and that outlives
// each of them. What a real one does is tried in test/journeys.

type Key = string;
type Row = Record<string, unknown>;

class IDBRequest extends EventTarget {
  result: unknown;
  error: unknown = null;
  transaction: unknown = null;
  succeed(result: unknown): void {
    this.result = result;
    this.dispatchEvent(new Event('success'));
  }
}

class IDBIndex {
  #rows: Map<Key, Row>;
  #path: string[];
  constructor(rows: Map<Key, Row>, path: string[]) {
    this.#rows = rows;
    this.#path = path;
  }
  getAll(wanted: unknown[]): IDBRequest {
    const isWanted = (row: Row) => this.#path.every((field, place) => row[field] === wanted[place]);
    return answering(() => structuredClone([...this.#rows.values()].filter(isWanted)));
  }
}

class IDBObjectStore {
  #rows: Map<Key, Row>;
  #indexes: Map<string, string[]>;
  constructor(rows: Map<Key, Row>, indexes: Map<string, string[]>) {
    this.#rows = rows;
    this.#indexes = indexes;
  }
  put(row: Row & { id: Key }): IDBRequest {
    return answering(() => this.#rows.set(row.id, structuredClone(row)) && row.id);
  }
  delete(id: Key): IDBRequest {
    return answering(() => void this.#rows.delete(id));
  }
  clear(): IDBRequest {
    return answering(() => this.#rows.clear());
  }
  createIndex(name: string, path: string[]): IDBIndex {
    this.#indexes.set(name, path);
    return this.index(name);
  }
  index(name: string): IDBIndex {
    return new IDBIndex(this.#rows, this.#indexes.get(name) ?? []);
  }
}

class IDBTransaction extends EventTarget {
  objectStoreNames: string[];
  error = null;
  #database: IDBDatabase;
  constructor(database: IDBDatabase, names: string[]) {
    super();
    this.#database = database;
    this.objectStoreNames = names;
    setImmediate(() => setImmediate(() => this.dispatchEvent(new Event('complete'))));
  }
  objectStore(name: string): IDBObjectStore {
    return this.#database.storeNamed(name);
  }
}

class IDBDatabase extends EventTarget {
  #stores = new Map<string, IDBObjectStore>();
  createObjectStore(name: string): IDBObjectStore {
    const store = new IDBObjectStore(new Map(), new Map());
    this.#stores.set(name, store);
    return store;
  }
  storeNamed(name: string): IDBObjectStore {
    const store = this.#stores.get(name);
    if (!store) throw new Error(`There is no ${name}.`);
    return store;
  }
  transaction(name: string): IDBTransaction {
    return new IDBTransaction(this, [name]);
  }
}

class IDBCursor {}

function answering(task: () => unknown): IDBRequest {
  const request = new IDBRequest();
  setImmediate(() => request.succeed(task()));
  return request;
}

/** Puts it in place of what a browser would have. */
export function installBrowserStorage(): void {
  const databases = new Map<string, IDBDatabase>();
  const indexedDB = {
    open(name: string): IDBRequest {
      const request = new IDBRequest();
      setImmediate(() => {
        const isNew = !databases.has(name);
        const database = databases.get(name) ?? new IDBDatabase();
        databases.set(name, database);
        request.result = database;
        if (isNew) {
          request.transaction = new IDBTransaction(database, []);
          request.dispatchEvent(new Event('upgradeneeded'));
          request.transaction = null;
        }
        request.succeed(database);
      });
      return request;
    },
  };
  Object.assign(globalThis, {
    ...{ indexedDB, IDBRequest, IDBIndex, IDBObjectStore, IDBTransaction, IDBDatabase, IDBCursor },
  });
}
