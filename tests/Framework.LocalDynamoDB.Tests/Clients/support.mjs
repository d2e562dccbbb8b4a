// What the client scripts share: packages from the folder that the test names, and clients of the engine that it started.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.env.FRAMEWORK_NODE_TOOLS, 'package.json'));

export const load = name => require(name);

const { DynamoDBClient } = load('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient } = load('@aws-sdk/lib-dynamodb');

export const endpoint = process.env.FRAMEWORK_ENDPOINT;
export const settings = {
    endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};
export const client = new DynamoDBClient(settings);
export const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

export async function all(pages, member = 'Items') {
    const found = [];
    for await (const page of pages)
        found.push(...page[member]);
    return found;
}

export const numbers = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
