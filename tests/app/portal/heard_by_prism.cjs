// SPDX-License-Identifier: GPL-3.0-or-later
// heard_by_prism.cjs CONTRACT EXCHANGES: what went over the line while the gateway's tests ran (MOTCUA_EXCHANGES, a JSON object per line), held to the
// contract by another program's reading of it (Stoplight Prism). Prism as a proxy between the two would be simpler, but it takes every body for text, which
// batches and files are not. A question is judged where it was answered well; every answer is. Ends with 1 when something is not of the contract.
'use strict';

const fs = require('fs');
const { isLeft } = require('fp-ts/Either');
const { getHttpOperationsFromSpec } = require('@stoplight/prism-http');
const { validateInput, validateOutput } = require('@stoplight/prism-http/dist/validator');
const route = require('@stoplight/prism-http/dist/router').default;

function bodyOf(base64, mediaType) {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length === 0) {
        return undefined;
    }
    return /[/+]json$/.test(mediaType || '') ? JSON.parse(bytes.toString('utf8')) : bytes.toString('latin1');
}

function withoutParameters(mediaType) {
    return (mediaType || '').split(';')[0].trim();
}

async function main([contract, exchanges]) {
    const operations = await getHttpOperationsFromSpec(contract);
    const seen = new Map();
    let violations = 0;
    const lines = fs.readFileSync(exchanges, 'utf8').split('\n').filter(Boolean);
    for (const line of lines) {
        const { question, answer } = JSON.parse(line);
        const url = new URL(question.target, 'http://gateway');
        const asked = { method: question.method.toLowerCase(), url: { path: url.pathname, query: Object.fromEntries(url.searchParams) } };
        const routed = route({ resources: operations, input: asked });
        if (isLeft(routed)) {
            if (answer.status < 400) { // what nobody promised is refused, however
                violations += 1;
                console.log(`${question.method} ${question.target}: not in the contract, and answered ${answer.status}`);
            }
            continue;
        }
        const resource = routed.right;
        const name = `${resource.iid || resource.path} ${answer.status}`;
        seen.set(name, (seen.get(name) || 0) + 1);
        const found = [];
        if (answer.status < 400) {
            const element = { ...asked, headers: question.headers, body: bodyOf(question.body, withoutParameters(question.headers['content-type'])) };
            const judged = validateInput({ resource, element });
            found.push(...(isLeft(judged) ? judged.left.map((one) => ['question', one]) : []));
        }
        const headers = { ...answer.headers, ...(answer.mediaType ? { 'content-type': answer.mediaType } : {}) };
        const element = { statusCode: answer.status, headers, body: bodyOf(answer.body, withoutParameters(answer.mediaType)) };
        const judged = validateOutput({ resource, element });
        found.push(...(isLeft(judged) ? judged.left.map((one) => ['answer', one]) : []));
        for (const [of, one] of found) {
            violations += 1;
            console.log(`${name}: ${of} ${(one.path || []).join('.')}: ${one.message}`);
        }
    }
    for (const [name, times] of [...seen].sort()) {
        console.log(`${String(times).padStart(6)}  ${name}`);
    }
    console.log(`${lines.length} exchanges, ${violations} not of the contract.`);
    return lines.length > 0 && violations === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then((code) => process.exit(code), (error) => {
    console.error(error);
    process.exit(2);
});
