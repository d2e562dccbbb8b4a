// DynamoDB-Toolbox: typed entities over one table.
import assert from 'node:assert/strict';
import test from 'node:test';
import { client, documents, load, numbers } from './support.mjs';

const { CreateTableCommand, waitUntilTableExists } = load('@aws-sdk/client-dynamodb');
const {
    $add, $append, $delete, $get, $remove, $set, $sum, BatchDeleteRequest, BatchGetCommand, BatchGetRequest, BatchPutRequest, BatchWriteCommand,
    ConditionCheck, DeleteItemCommand, DeleteTransaction, Entity, GetItemCommand, GetTransaction, PutItemCommand,
    PutTransaction, QueryCommand, ScanCommand, Table, UpdateAttributesCommand, UpdateItemCommand, UpdateTransaction,
    executeBatchGet, executeBatchWrite, executeTransactGet, executeTransactWrite,
    item, list, map, number, set, string,
} = { ...load('dynamodb-toolbox'), ...toolboxActions() };

function toolboxActions() {
    const { execute: executeBatchGet } = load('dynamodb-toolbox/table/actions/batchGet');
    const { execute: executeBatchWrite } = load('dynamodb-toolbox/table/actions/batchWrite');
    const { execute: executeTransactGet } = load('dynamodb-toolbox/entity/actions/transactGet');
    const { execute: executeTransactWrite } = load('dynamodb-toolbox/entity/actions/transactWrite');
    return { executeBatchGet, executeBatchWrite, executeTransactGet, executeTransactWrite };
}

const table = new Table({
    documentClient: documents,
    name: 'toolbox',
    partitionKey: { name: 'pk', type: 'string' },
    sortKey: { name: 'sk', type: 'string' },
    indexes: { byLevel: { type: 'global', partitionKey: { name: 'kind', type: 'string' }, sortKey: { name: 'level', type: 'number' } } },
});

const Pokemon = new Entity({
    name: 'Pokemon',
    table,
    timestamps: true,
    schema: item({
        trainer: string().key().savedAs('pk').transform({ encode: name => `TRAINER#${name}`, decode: key => key.slice(8) }),
        name: string().key().savedAs('sk'),
        kind: string().enum('water', 'fire').default('water'),
        level: number().default(1),
        names: set(string()).optional(),
        moves: list(string()).default([]),
        stats: map({ power: number(), speed: number().optional() }).optional(),
    }),
});
const squirtle = { trainer: 'ash', name: 'squirtle' };
const get = async key => (await Pokemon.build(GetItemCommand).key(key).options({ consistent: true }).send()).Item;

test.before(async () => {
    await client.send(new CreateTableCommand({
        TableName: 'toolbox',
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'kind'].map(name => ({ AttributeName: name, AttributeType: 'S' }))
            .concat({ AttributeName: 'level', AttributeType: 'N' }),
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
        GlobalSecondaryIndexes: [{
            IndexName: 'byLevel',
            KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' }, { AttributeName: 'level', KeyType: 'RANGE' }],
            Projection: { ProjectionType: 'ALL' },
        }],
    }));
    await waitUntilTableExists({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 120 }, { TableName: 'toolbox' });
});

test('an item is put once on condition and read back', async () => {
    const put = () => Pokemon.build(PutItemCommand)
        .item({ ...squirtle, names: new Set(['Squirtle', 'Schiggy']), stats: { power: 5 } })
        .options({ condition: { attr: 'name', exists: false }, returnValues: 'ALL_OLD' })
        .send();
    assert.equal((await put()).Attributes, undefined);
    await assert.rejects(put(), { name: 'ConditionalCheckFailedException' });
    const { created, modified, ...read } = await get(squirtle);
    assert.deepEqual(read, {
        ...squirtle, kind: 'water', level: 1, names: new Set(['Schiggy', 'Squirtle']), moves: [], stats: { power: 5 },
    });
    assert.ok(Date.parse(created) && Date.parse(modified));
});

test('an update adds, appends, removes and reads other attributes', async () => {
    const { Attributes } = await Pokemon.build(UpdateItemCommand).item({
        ...squirtle, level: $add(4), moves: $append(['bubble']), names: $add(new Set(['Carapuce'])),
        stats: { speed: $get('stats.power') },
    }).options({ returnValues: 'ALL_NEW' }).send();
    assert.deepEqual([Attributes.level, Attributes.moves, Attributes.stats], [5, ['bubble'], { power: 5, speed: 5 }]);
    await Pokemon.build(UpdateItemCommand).item({
        ...squirtle, names: $delete(new Set(['Carapuce', 'Schiggy'])), stats: { speed: $remove() }, level: $sum($get('level'), 2),
    }).options({ condition: { and: [{ attr: 'level', eq: 5 }, { attr: 'moves', contains: 'bubble' }] } }).send();
    await Pokemon.build(UpdateAttributesCommand).item({ ...squirtle, stats: { power: 9 } }).send();
    const read = await get(squirtle);
    assert.deepEqual([read.level, read.names, read.stats], [7, new Set(['Squirtle']), { power: 9 }]);
});

test('an update of what is not there makes it', async () => {
    await Pokemon.build(UpdateItemCommand).item({ trainer: 'ash', name: 'made', kind: 'fire', level: $add(3), moves: $set([]) }).send();
    assert.equal((await get({ trainer: 'ash', name: 'made' })).level, 3);
    const { Attributes } = await Pokemon.build(DeleteItemCommand).key({ trainer: 'ash', name: 'made' }).options({ returnValues: 'ALL_OLD' }).send();
    assert.equal(Attributes.level, 3);
    assert.equal(await get({ trainer: 'ash', name: 'made' }), undefined);
});

test('batches write and read', async () => {
    const many = numbers(1, 25).map(n => ({ trainer: 'misty', name: `p${String(n).padStart(2, '0')}`, level: n, kind: n > 20 ? 'fire' : 'water' }));
    await executeBatchWrite(table.build(BatchWriteCommand).requests(...many.map(one => Pokemon.build(BatchPutRequest).item(one))));
    await executeBatchWrite(table.build(BatchWriteCommand).requests(Pokemon.build(BatchDeleteRequest).key(many[24])));
    const { Responses } = await executeBatchGet(table.build(BatchGetCommand).requests(
        ...many.map(({ trainer, name }) => Pokemon.build(BatchGetRequest).key({ trainer, name }))));
    assert.deepEqual(Responses[0].map(one => one?.level), [...numbers(1, 24), undefined]);
});

test('queries and scans go by page, index, range and filter', async () => {
    const query = table.build(QueryCommand).entities(Pokemon).query({ partition: 'TRAINER#misty' });
    const seen = [];
    let exclusiveStartKey;
    let pages = 0;
    do {
        const page = await query.options({ limit: 10, exclusiveStartKey }).send();
        seen.push(...page.Items.map(one => one.name));
        exclusiveStartKey = page.LastEvaluatedKey;
        pages++;
    } while (exclusiveStartKey);
    assert.deepEqual([seen.length, pages], [24, 3]);
    const levels = async (range, options) => (await table.build(QueryCommand).entities(Pokemon)
        .query({ index: 'byLevel', partition: 'fire', range }).options(options ?? {}).send()).Items.map(one => one.level);
    assert.deepEqual(await levels({ gte: 22 }), [22, 23, 24]);
    assert.deepEqual(await levels({ between: [21, 22] }, { reverse: true }), [22, 21]);
    const filtered = await query.options({
        filters: { Pokemon: { or: [{ attr: 'level', lt: 3 }, { attr: 'kind', eq: 'fire' }] } }, attributes: ['name'],
    }).send();
    assert.deepEqual(filtered.Items.map(one => one.name), ['p01', 'p02', 'p21', 'p22', 'p23', 'p24']);
    const scanned = await table.build(ScanCommand).entities(Pokemon).options({ maxPages: Infinity, limit: 7, consistent: true }).send();
    assert.equal(scanned.Items.length, 25);
});

test('a transaction is done whole or not at all', async () => {
    const fresh = { trainer: 'brock', name: 'onix' };
    const write = () => executeTransactWrite(
        Pokemon.build(PutTransaction).item(fresh).options({ condition: { attr: 'name', exists: false } }),
        Pokemon.build(UpdateTransaction).item({ ...squirtle, level: $add(1) }),
        Pokemon.build(DeleteTransaction).key({ trainer: 'misty', name: 'p01' }),
        Pokemon.build(ConditionCheck).key({ trainer: 'misty', name: 'p02' }).condition({ attr: 'level', eq: 2 }));
    await write();
    await assert.rejects(write(), error => error.name === 'TransactionCanceledException'
        && error.CancellationReasons[0].Code === 'ConditionalCheckFailed');
    const { Responses } = await executeTransactGet(
        ...[fresh, squirtle, { trainer: 'misty', name: 'p01' }].map(key => Pokemon.build(GetTransaction).key(key)));
    assert.deepEqual(Responses.map(response => response.Item?.level), [1, 8, undefined]);
});
