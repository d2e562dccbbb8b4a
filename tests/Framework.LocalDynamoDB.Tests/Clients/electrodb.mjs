// ElectroDB: several entities in one table, read together through an index.
import assert from 'node:assert/strict';
import test from 'node:test';
import { client, load, numbers } from './support.mjs';

const { CreateTableCommand, waitUntilTableExists } = load('@aws-sdk/client-dynamodb');
const { Entity, Service } = load('electrodb');

const table = 'electro';
const key = (index, pk, sk) => ({ index, pk: { field: `${index ?? ''}pk`, composite: pk }, sk: { field: `${index ?? ''}sk`, composite: sk } });

const Project = new Entity({
    model: { entity: 'project', version: '1', service: 'work' },
    attributes: {
        team: { type: 'string', required: true },
        project: { type: 'string', required: true },
        title: { type: 'string' },
    },
    indexes: {
        primary: key(undefined, ['team', 'project'], []),
        team: { ...key('gsi1', ['team'], ['project']), collection: 'overview' },
    },
}, { client, table });

const Task = new Entity({
    model: { entity: 'task', version: '1', service: 'work' },
    attributes: {
        team: { type: 'string', required: true },
        project: { type: 'string', required: true },
        task: { type: 'string', required: true },
        points: { type: 'number', default: 0 },
        state: { type: ['open', 'done'], default: 'open' },
        tags: { type: 'set', items: 'string' },
        notes: { type: 'list', items: { type: 'string' } },
        place: { type: 'map', properties: { room: { type: 'string' }, desk: { type: 'number' } } },
        version: { type: 'number', default: 1 },
    },
    indexes: {
        primary: key(undefined, ['project'], ['task']),
        team: { ...key('gsi1', ['team'], ['project', 'task']), collection: 'overview' },
    },
}, { client, table });

const work = new Service({ projects: Project, tasks: Task }, { client, table });
const first = { team: 'red', project: 'p1', task: 't1' };
const names = items => items.map(item => item.task);

test.before(async () => {
    const keys = prefix => ['pk', 'sk'].map((name, i) => ({ AttributeName: prefix + name, KeyType: i ? 'RANGE' : 'HASH' }));
    await client.send(new CreateTableCommand({
        TableName: table,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map(name => ({ AttributeName: name, AttributeType: 'S' })),
        KeySchema: keys(''),
        GlobalSecondaryIndexes: [{ IndexName: 'gsi1', KeySchema: keys('gsi1'), Projection: { ProjectionType: 'ALL' } }],
    }));
    await waitUntilTableExists({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 120 }, { TableName: table });
});

test('create makes an item once, get reads it', async () => {
    const created = await Task.create({ ...first, tags: ['a', 'b'], notes: ['x'], place: { room: 'A', desk: 1 } }).go();
    assert.equal(created.data.state, 'open');
    await assert.rejects(Task.create(first).go(), error => error.cause?.name === 'ConditionalCheckFailedException');
    const { data } = await Task.get(first).go({ consistent: true });
    assert.deepEqual(data, {
        ...first, points: 0, state: 'open', version: 1, tags: ['a', 'b'], notes: ['x'], place: { room: 'A', desk: 1 },
    });
    assert.equal((await Task.get({ project: 'p1', task: 'none' }).go()).data, null);
});

test('update changes numbers, sets, lists and the inside of maps', async () => {
    const { data } = await Task.update(first)
        .set({ state: 'done' })
        .add({ points: 5, tags: ['c'] })
        .append({ notes: ['y'] })
        .data((attributes, { set }) => set(attributes.place.desk, 2))
        .subtract({ version: 3 })
        .go({ response: 'all_new' });
    assert.deepEqual(
        [data.state, data.points, [...data.tags].sort(), data.notes, data.place, data.version],
        ['done', 5, ['a', 'b', 'c'], ['x', 'y'], { room: 'A', desk: 2 }, -2]);
    await Task.update(first).delete({ tags: ['a', 'b'] }).remove(['notes']).set({ version: 1 }).go();
    const after = (await Task.get(first).go()).data;
    assert.deepEqual([after.tags, after.notes], [['c'], undefined]);
});

test('patch wants an item that is there, upsert does not, and a where clause is a condition', async () => {
    await assert.rejects(
        Task.patch({ project: 'p1', task: 'none' }).set({ state: 'done' }).go(),
        error => error.cause?.name === 'ConditionalCheckFailedException');
    await Task.patch(first).add({ version: 1 }).where(({ version }, { eq }) => eq(version, 1)).go();
    await assert.rejects(
        Task.patch(first).add({ version: 1 }).where(({ version }, { eq }) => eq(version, 1)).go(),
        error => error.cause?.message === 'The conditional request failed');
    const upserted = { team: 'red', project: 'p1', task: 'new', points: 3 };
    await Task.upsert(upserted).go();
    const again = await Task.upsert({ ...upserted, points: 4 }).go({ response: 'all_new' });
    assert.equal(again.data.points, 4);
    await Task.remove(upserted).go();
});

test('batches write, read and delete more items than one request takes', async () => {
    const tasks = numbers(1, 60).map(n => ({
        team: 'blue', project: 'p2', task: `t${String(n).padStart(2, '0')}`, points: n, state: n % 2 ? 'open' : 'done',
    }));
    const put = await Task.put(tasks).go({ concurrent: 2 });
    assert.deepEqual(put.unprocessed, []);
    const got = await Task.get(tasks.map(({ project, task }) => ({ project, task }))).go({ preserveBatchOrder: true });
    assert.deepEqual(names(got.data), names(tasks));
    const deleted = await Task.delete(tasks.slice(50)).go();
    assert.deepEqual(deleted.unprocessed, []);
    assert.equal((await Task.query.primary({ project: 'p2' }).go({ pages: 'all' })).data.length, 50);
});

test('queries go by page and cursor, over ranges of the sort key, both ways and filtered', async () => {
    const seen = [];
    let cursor = null;
    let pages = 0;
    do {
        const page = await Task.query.primary({ project: 'p2' }).go({ cursor, limit: 15 });
        seen.push(...names(page.data));
        cursor = page.cursor;
        pages++;
    } while (cursor !== null);
    assert.deepEqual([seen.length, pages, seen[49]], [50, 4, 't50']);

    const project = 'p2';
    assert.deepEqual(names((await Task.query.primary({ project }).between({ task: 't10' }, { task: 't12' }).go()).data), ['t10', 't11', 't12']);
    assert.deepEqual(names((await Task.query.primary({ project }).gt({ task: 't48' }).go()).data), ['t49', 't50']);
    assert.deepEqual(names((await Task.query.primary({ project }).begins({ task: 't0' }).go({ order: 'desc', limit: 2 })).data), ['t09', 't08']);
    const filtered = await Task.query.primary({ project })
        .where(({ points, state }, { gte, eq }) => `${gte(points, 45)} AND ${eq(state, 'done')}`)
        .go({ pages: 'all', attributes: ['task', 'points'] });
    assert.deepEqual(filtered.data, [46, 48, 50].map(n => ({ task: `t${n}`, points: n })));
    const scanned = await Task.scan.where(({ points }, { gt }) => gt(points, 48)).go({ pages: 'all' });
    assert.deepEqual(names(scanned.data).sort(), ['t49', 't50']);
});

test('a collection reads several entities of one index', async () => {
    await Project.put([{ team: 'blue', project: 'p2', title: 'Two' }, { team: 'green', project: 'p3' }]).go();
    const { data } = await work.collections.overview({ team: 'blue' }).go({ pages: 'all' });
    assert.equal(data.tasks.length, 50);
    assert.deepEqual(data.projects, [{ team: 'blue', project: 'p2', title: 'Two' }]);
    assert.deepEqual(names((await Task.query.team({ team: 'blue' }).begins({ project: 'p2', task: 't4' }).go({ limit: 3 })).data), ['t40', 't41', 't42']);
});

test('a transaction over entities is done whole or says which part failed', async () => {
    const moved = { team: 'green', project: 'p3', task: 'moved' };
    const write = () => work.transaction.write(({ projects, tasks }) => [
        projects.patch({ team: 'green', project: 'p3' }).set({ title: 'Three' }).commit(),
        tasks.create(moved).commit(),
        tasks.check(first).where(({ state }, { eq }) => eq(state, 'done')).commit({ response: 'all_old' }),
        tasks.delete({ project: 'p2', task: 't01' }).commit(),
    ]).go();
    assert.equal((await write()).canceled, false);
    const again = await write();
    assert.equal(again.canceled, true);
    assert.deepEqual(again.data.map(({ rejected, code }) => [rejected, code]), [
        [false, 'None'], [true, 'ConditionalCheckFailed'], [false, 'None'], [false, 'None'],
    ]);
    const { data } = await work.transaction.get(({ projects, tasks }) => [
        projects.get({ team: 'green', project: 'p3' }).commit(),
        tasks.get(moved).commit(),
        tasks.get({ project: 'p2', task: 't01' }).commit(),
    ]).go();
    assert.deepEqual(data.map(({ item }) => item?.title ?? item?.task ?? null), ['Three', 'moved', null]);
});
