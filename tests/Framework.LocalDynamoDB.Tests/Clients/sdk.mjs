// The AWS SDK for JavaScript v3 with its document client.
import assert from 'node:assert/strict';
import http from 'node:http';
import test from 'node:test';
import { crc32 } from 'node:zlib';
import { all, client, documents, endpoint, load, numbers, settings } from './support.mjs';

const {
    ConditionalCheckFailedException, CreateTableCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient,
    GetItemCommand, PutItemCommand, ResourceNotFoundException, TransactionCanceledException, UpdateItemCommand,
    UpdateTimeToLiveCommand, DescribeTimeToLiveCommand, paginateListTables, waitUntilTableExists,
    waitUntilTableNotExists,
} = load('@aws-sdk/client-dynamodb');
const {
    BatchGetCommand, BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient, GetCommand, NumberValue, PutCommand,
    QueryCommand, ScanCommand, TransactGetCommand, TransactWriteCommand, UpdateCommand, paginateQuery, paginateScan,
} = load('@aws-sdk/lib-dynamodb');
const {
    DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand,
} = load('@aws-sdk/client-dynamodb-streams');

const TableName = 'orders';
const waiting = { client, minDelay: 1, maxDelay: 1, maxWaitTime: 120 };

test.before(async () => {
    await client.send(new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['customer', 'id', 'state'].map(name => ({ AttributeName: name, AttributeType: 'S' }))
            .concat({ AttributeName: 'total', AttributeType: 'N' }),
        KeySchema: [{ AttributeName: 'customer', KeyType: 'HASH' }, { AttributeName: 'id', KeyType: 'RANGE' }],
        GlobalSecondaryIndexes: [{
            IndexName: 'byState',
            KeySchema: [{ AttributeName: 'state', KeyType: 'HASH' }, { AttributeName: 'total', KeyType: 'RANGE' }],
            Projection: { ProjectionType: 'ALL' },
        }],
        LocalSecondaryIndexes: [{
            IndexName: 'byTotal',
            KeySchema: [{ AttributeName: 'customer', KeyType: 'HASH' }, { AttributeName: 'total', KeyType: 'RANGE' }],
            Projection: { ProjectionType: 'KEYS_ONLY' },
        }],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }));
    await waitUntilTableExists(waiting, { TableName });
});

test('a waiter sees a table come and go', async () => {
    const table = { TableName: 'passing' };
    await client.send(new CreateTableCommand({
        ...table,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'N' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }));
    const { Table } = await client.send(new DescribeTableCommand(table));
    assert.equal(Table.TableStatus, 'CREATING');
    assert.ok(Math.abs(Date.now() - Table.CreationDateTime) < 60_000);
    assert.equal((await waitUntilTableExists(waiting, table)).state, 'SUCCESS');
    await client.send(new DeleteTableCommand(table));
    assert.equal((await waitUntilTableNotExists(waiting, table)).state, 'SUCCESS');
});

test('every type of value comes back as it was put', async () => {
    const Item = {
        customer: 'types', id: '1',
        text: 'Grüße, 世界 🌍 "quoted" \\ \u0001 </script>', empty: '', yes: true, no: false, nothing: null,
        whole: 42, fraction: -0.1, tiny: 1e-130, long: 9007199254740993n,
        bytes: new Uint8Array([0, 255, 1]), noBytes: new Uint8Array(),
        words: new Set(['a', 'b']), counts: new Set([1, 2.5]), blobs: new Set([new Uint8Array([1]), new Uint8Array([2])]),
        list: [1, 'two', [true, { three: null }], []], map: { 'a.b': { deep: [{}] } },
    };
    await documents.send(new PutCommand({ TableName, Item }));
    const read = await documents.send(new GetCommand({ TableName, Key: { customer: 'types', id: '1' }, ConsistentRead: true }));
    const sorted = set => new Set([...set].sort((left, right) => left < right ? -1 : 1));
    const { words, counts, blobs, ...rest } = read.Item;
    const { words: w, counts: c, blobs: b, ...expected } = Item;
    assert.deepEqual(rest, expected);
    assert.deepEqual([sorted(words), sorted(counts)], [w, c]);
    assert.deepEqual([...blobs].map(bytes => bytes[0]).sort(), [1, 2]);
});

test('a number of 38 digits stays exact, one of 39 is refused', async () => {
    // A client of its own: the options would otherwise hold for every document client on it.
    const plain = new DynamoDBClient(settings);
    const exact = DynamoDBDocumentClient.from(plain, { unmarshallOptions: { wrapNumbers: true } });
    const key = { customer: 'big', id: '1' };
    const text = '-1234567890123456789012345678901234567.8';
    await exact.send(new PutCommand({ TableName, Item: { ...key, amount: NumberValue.from(text), top: NumberValue.from('9.99E+125') } }));
    const { Item } = await exact.send(new GetCommand({ TableName, Key: key }));
    assert.equal(Item.amount.toString(), text);
    assert.equal(Item.top.toString(), '999' + '0'.repeat(123));
    await assert.rejects(
        exact.send(new PutCommand({ TableName, Item: { ...key, amount: NumberValue.from('1'.repeat(39)) } })),
        { name: 'ValidationException', message: 'Attempting to store more than 38 significant digits in a Number' });
    plain.destroy();
});

test('an attribute without a name is refused wherever it stands', async () => {
    for (const wrong of [{ '': 1 }, { map: { '': 1 } }, { list: [{ '': 1 }] }])
        await assert.rejects(
            documents.send(new PutCommand({ TableName, Item: { customer: 'nameless', id: '1', ...wrong } })),
            { name: 'ValidationException', message: 'Empty attribute name' });
});

test('an update returns what was asked for', async () => {
    const Key = { customer: 'update', id: '1' };
    await documents.send(new PutCommand({ TableName, Item: { ...Key, total: 1, tags: new Set(['a']), log: ['x'], note: 'old' } }));
    const updated = returns => documents.send(new UpdateCommand({
        TableName, Key, ReturnValues: returns,
        UpdateExpression: 'SET #t = #t + :one, #l = list_append(#l, :more), seen = if_not_exists(seen, :one) REMOVE note ADD tags :b',
        ExpressionAttributeNames: { '#t': 'total', '#l': 'log' },
        ExpressionAttributeValues: { ':one': 1, ':more': ['y'], ':b': new Set(['b']) },
    }));
    assert.deepEqual((await updated('UPDATED_OLD')).Attributes, { total: 1, log: ['x'], tags: new Set(['a']), note: 'old' });
    assert.deepEqual((await updated('UPDATED_NEW')).Attributes, { total: 3, log: ['x', 'y', 'y'], seen: 1, tags: new Set(['a', 'b']) });
    assert.equal((await updated('ALL_NEW')).Attributes.total, 4);
    assert.equal((await updated(undefined)).Attributes, undefined);
    const gone = await documents.send(new DeleteCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }));
    assert.equal(gone.Attributes.total, 5);
});

test('a failed condition is its own exception with the item', async () => {
    const Item = { customer: 'condition', id: '1', version: 1 };
    await documents.send(new PutCommand({ TableName, Item }));
    await assert.rejects(
        documents.send(new PutCommand({
            TableName, Item, ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        })),
        error => {
            assert.ok(error instanceof ConditionalCheckFailedException);
            assert.equal(error.message, 'The conditional request failed');
            assert.equal(error.$fault, 'client');
            assert.equal(error.$metadata.httpStatusCode, 400);
            assert.ok(error.$metadata.requestId);
            assert.deepEqual(error.Item, { customer: { S: 'condition' }, id: { S: '1' }, version: { N: '1' } });
            return true;
        });
});

test('a table that is not there is its own exception', async () => {
    await assert.rejects(
        client.send(new DescribeTableCommand({ TableName: 'nowhere' })),
        error => error instanceof ResourceNotFoundException
            && error.message === 'Requested resource not found: Table: nowhere not found');
    await assert.rejects(
        documents.send(new GetCommand({ TableName: 'nowhere', Key: { id: 1 } })),
        error => error instanceof ResourceNotFoundException && error.message === 'Requested resource not found');
});

test('batches write and read whole sets, and paginators read them page by page', async () => {
    const items = numbers(1, 60).map(n => ({
        customer: 'pages', id: String(n).padStart(3, '0'), state: n % 2 ? 'open' : 'paid', total: 1000 - n,
    }));
    for (let i = 0; i < items.length; i += 25) {
        const written = await documents.send(new BatchWriteCommand({
            RequestItems: { [TableName]: items.slice(i, i + 25).map(Item => ({ PutRequest: { Item } })) },
        }));
        assert.deepEqual(written.UnprocessedItems, {});
    }
    const got = await documents.send(new BatchGetCommand({
        RequestItems: { [TableName]: { Keys: items.map(({ customer, id }) => ({ customer, id })), ProjectionExpression: 'id' } },
    }));
    assert.deepEqual(got.Responses[TableName].map(item => item.id).sort(), items.map(item => item.id));

    // A paginator keeps its place in the input that it was given.
    const query = more => ({
        TableName, KeyConditionExpression: 'customer = :c AND id BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':c': 'pages', ':from': '011', ':to': '050' }, ...more,
    });
    const pages = [];
    for await (const page of paginateQuery({ client: documents, pageSize: 15 }, query()))
        pages.push(page.Count);
    assert.deepEqual(pages, [15, 15, 10]);
    const backward = await all(paginateQuery({ client: documents, pageSize: 7 }, query({ ScanIndexForward: false })));
    assert.deepEqual(backward.map(item => item.id), items.slice(10, 50).map(item => item.id).reverse());

    const open = await all(paginateQuery({ client: documents, pageSize: 4 }, {
        TableName, IndexName: 'byState', KeyConditionExpression: '#s = :s AND #t > :t',
        ExpressionAttributeNames: { '#s': 'state', '#t': 'total' }, ExpressionAttributeValues: { ':s': 'open', ':t': 960 },
    }));
    assert.deepEqual(open.map(item => item.total), numbers(960, 999).filter(n => n > 960 && n % 2 === 1));
    const cheap = await documents.send(new QueryCommand({
        TableName, IndexName: 'byTotal', Limit: 2, KeyConditionExpression: 'customer = :c',
        ExpressionAttributeValues: { ':c': 'pages' },
    }));
    assert.deepEqual(cheap.Items, [{ customer: 'pages', id: '060', total: 940 }, { customer: 'pages', id: '059', total: 941 }]);

    const filter = { FilterExpression: 'customer = :c', ExpressionAttributeValues: { ':c': 'pages' } };
    const segments = await Promise.all(numbers(0, 3).map(Segment => all(paginateScan(
        { client: documents, pageSize: 9 }, { TableName, ...filter, Segment, TotalSegments: 4 }))));
    assert.deepEqual(segments.flat().map(item => item.id).sort(), items.map(item => item.id));
    const counted = await documents.send(new ScanCommand({ TableName, ...filter, Select: 'COUNT' }));
    assert.equal(counted.Count, 60);
    assert.equal(counted.Items, undefined);
});

test('a batch whose items are too large for one response says what is left', async () => {
    const note = 'x'.repeat(390_000);
    const keys = numbers(1, 50).map(n => ({ customer: 'large', id: String(n) }));
    for (let i = 0; i < keys.length; i += 25)
        await Promise.all(keys.slice(i, i + 25).map(key => documents.send(new PutCommand({ TableName, Item: { ...key, note } }))));
    const found = [];
    let request = { [TableName]: { Keys: keys } };
    let calls = 0;
    for (; request[TableName]; calls++) {
        const { Responses, UnprocessedKeys } = await documents.send(new BatchGetCommand({ RequestItems: request }));
        found.push(...Responses[TableName]);
        request = UnprocessedKeys;
    }
    // Three of 390 kB a response: one partition gives 1 MB and one item more.
    assert.equal(calls, 17);
    assert.equal(new Set(found.map(item => item.id)).size, 50);
});

test('a transaction is done whole or not at all and says why', async () => {
    const put = (id, ...condition) => ({ Put: { TableName, Item: { customer: 'transaction', id }, ...condition[0] } });
    await documents.send(new TransactWriteCommand({ TransactItems: [put('1'), put('2')] }));
    await assert.rejects(
        documents.send(new TransactWriteCommand({
            TransactItems: [
                put('3'),
                put('1', { ConditionExpression: 'attribute_not_exists(id)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
            ],
        })),
        error => {
            assert.ok(error instanceof TransactionCanceledException);
            assert.equal(error.message, 'Transaction cancelled, please refer cancellation reasons for specific reasons '
                + '[None, ConditionalCheckFailed]');
            assert.deepEqual(error.CancellationReasons.map(reason => reason.Code), ['None', 'ConditionalCheckFailed']);
            assert.equal(error.CancellationReasons[1].Message, 'The conditional request failed');
            assert.deepEqual(error.CancellationReasons[1].Item, { customer: { S: 'transaction' }, id: { S: '1' } });
            return true;
        });
    const { Responses } = await documents.send(new TransactGetCommand({
        TransactItems: ['1', '2', '3'].map(id => ({ Get: { TableName, Key: { customer: 'transaction', id } } })),
    }));
    assert.deepEqual(Responses.map(response => response.Item?.id), ['1', '2', undefined]);
});

test('a token makes a transaction happen once and belongs to one request', async () => {
    const Key = { customer: 'token', id: '1' };
    const add = (by, token) => documents.send(new TransactWriteCommand({
        ClientRequestToken: token,
        TransactItems: [{ Update: { TableName, Key, UpdateExpression: 'ADD n :n', ExpressionAttributeValues: { ':n': by } } }],
    }));
    await add(1, 'once');
    await add(1, 'once');
    await assert.rejects(add(2, 'once'), { name: 'IdempotentParameterMismatchException' });
    assert.equal((await documents.send(new GetCommand({ TableName, Key }))).Item.n, 1);
});

test('a lost response and a throttled request are tried again, and a transaction counts once', async () => {
    const faults = ['lost', 'throttled'];
    const seen = [];
    const proxy = http.createServer((request, response) => {
        const fault = faults.shift();
        seen.push(fault ?? 'passed');
        if (fault === 'throttled') {
            request.resume();
            response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
            response.end('{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow"}');
            return;
        }
        const onward = http.request(endpoint, { method: request.method, headers: request.headers }, upstream => {
            if (fault === 'lost') {
                upstream.resume().on('end', () => response.destroy());
                return;
            }
            response.writeHead(upstream.statusCode, upstream.headers);
            upstream.pipe(response);
        });
        request.pipe(onward);
    });
    await new Promise(resolve => proxy.listen(0, '127.0.0.1', resolve));
    const shaky = new DynamoDBClient({ ...settings, endpoint: `http://127.0.0.1:${proxy.address().port}` });
    try {
        const Key = { customer: 'retry', id: '1' };
        await DynamoDBDocumentClient.from(shaky).send(new TransactWriteCommand({
            TransactItems: [{ Update: { TableName, Key, UpdateExpression: 'ADD n :n', ExpressionAttributeValues: { ':n': 1 } } }],
        }));
        assert.deepEqual(seen, ['lost', 'throttled', 'passed']);
        assert.equal((await documents.send(new GetCommand({ TableName, Key }))).Item.n, 1);
    } finally {
        shaky.destroy();
        proxy.close();
    }
});

test('responses carry the checksum of their bytes', async () => {
    for (const [operation, body, status] of [['ListTables', '{}', 200], ['DescribeTable', '{"TableName":"nowhere"}', 400]]) {
        const response = await fetch(endpoint, {
            method: 'POST', body,
            headers: {
                'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `DynamoDB_20120810.${operation}`,
                'x-amz-date': '20260101T000000Z',
                authorization: 'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
            },
        });
        assert.equal(response.status, status);
        assert.equal(response.headers.get('x-amz-crc32'), String(crc32(Buffer.from(await response.arrayBuffer()))));
    }
});

test('the plain client reads and writes typed values', async () => {
    const Key = { customer: { S: 'plain' }, id: { S: '1' } };
    await client.send(new PutItemCommand({ TableName, Item: { ...Key, n: { N: '007.50' } }, ReturnConsumedCapacity: 'TOTAL' }));
    const changed = await client.send(new UpdateItemCommand({
        TableName, Key, ReturnValues: 'UPDATED_NEW', ReturnConsumedCapacity: 'TOTAL', AttributeUpdates: { n: { Action: 'ADD', Value: { N: '1' } } },
    }));
    assert.deepEqual(changed.Attributes, { n: { N: '8.5' } });
    assert.deepEqual(changed.ConsumedCapacity, { TableName, CapacityUnits: 1 });
    const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
    assert.deepEqual(Item, { ...Key, n: { N: '8.5' } });
});

test('time to live and the list of tables', async () => {
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName: 'ends', Enabled: true } }));
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    assert.equal(TimeToLiveDescription.AttributeName, 'ends');
    assert.ok((await all(paginateListTables({ client, pageSize: 1 }, {}), 'TableNames')).includes(TableName));
});

test('the stream has each change of an item in order', async () => {
    const streams = new DynamoDBStreamsClient(settings);
    const Key = { customer: 'stream', id: '1' };
    await documents.send(new PutCommand({ TableName, Item: { ...Key, n: 1 } }));
    await documents.send(new PutCommand({ TableName, Item: { ...Key, n: 2 } }));
    await documents.send(new PutCommand({ TableName, Item: { ...Key, n: 2 } }));
    await documents.send(new DeleteCommand({ TableName, Key }));
    const { Streams: [{ StreamArn }] } = await streams.send(new ListStreamsCommand({ TableName }));
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    assert.equal(StreamDescription.StreamViewType, 'NEW_AND_OLD_IMAGES');
    let { ShardIterator } = await streams.send(new GetShardIteratorCommand({
        StreamArn, ShardId: StreamDescription.Shards[0].ShardId, ShardIteratorType: 'TRIM_HORIZON',
    }));
    const changes = [];
    for (let page; page?.Records.length !== 0; ShardIterator = page.NextShardIterator) {
        page = await streams.send(new GetRecordsCommand({ ShardIterator, Limit: 40 }));
        changes.push(...page.Records.filter(record => record.dynamodb.Keys.customer.S === 'stream'));
    }
    assert.deepEqual(
        changes.map(({ eventName, dynamodb }) => [eventName, dynamodb.OldImage?.n.N, dynamodb.NewImage?.n.N]),
        [['INSERT', undefined, '1'], ['MODIFY', '1', '2'], ['REMOVE', '2', undefined]]);
    streams.destroy();
});
