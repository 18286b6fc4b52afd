export const id = 4034;
export const ids = [4034];
export const modules = {

/***/ 94034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openReader: () => (/* binding */ openReader)
});

// EXTERNAL MODULE: ./node_modules/@aws-sdk/client-secrets-manager/dist-cjs/index.js
var dist_cjs = __webpack_require__(12994);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/core/dist-cjs/submodules/client/index.js
var client = __webpack_require__(5152);
// EXTERNAL MODULE: ./build/js/model/aws-place.js
var aws_place = __webpack_require__(66123);
// EXTERNAL MODULE: ./build/js/model/patience.js
var patience = __webpack_require__(17693);
// EXTERNAL MODULE: ./build/js/model/secret.js
var model_secret = __webpack_require__(10390);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-provider-ini/dist-cjs/index.js
var credential_provider_ini_dist_cjs = __webpack_require__(75869);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-provider-node/dist-cjs/index.js
var credential_provider_node_dist_cjs = __webpack_require__(5861);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/credential-provider-web-identity/dist-cjs/index.js
var credential_provider_web_identity_dist_cjs = __webpack_require__(29956);
// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/header-value.js
var header_value = __webpack_require__(83903);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/js/model/no-tls.js
var no_tls = __webpack_require__(98121);
;// CONCATENATED MODULE: ./build/js/secrets/aws/http-handler.js


/** Of one request. */
const timeoutSeconds = 10;
/** The SDK's requests by the run's own HTTP: HTTPS_PROXY, NO_PROXY, network.ca_file and Ctrl-C count for them too. */
function carryBy(io) {
    return {
        async handle({ protocol, hostname, port, path, query, method, headers, body }) {
            const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
            for (const [name, value] of Object.entries(query ?? {})) {
                for (const one of [value].flat())
                    url.searchParams.append(name, one ?? '');
            }
            try {
                const response = await io.http({
                    url: url.href,
                    method,
                    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name.toLowerCase()))),
                    ...(body === undefined ? {} : { body: toText(body) }),
                    timeoutSeconds,
                });
                const { status: statusCode, headers: answered } = response;
                return { response: { statusCode, headers: { ...answered }, body: external_node_stream_.Readable.from([Buffer.from(response.body)]) } };
            }
            catch (error) {
                const said = error instanceof Error ? error.message : String(error);
                throw new Unreachable((0,no_tls/* speaksNoTls */.g)(error) ? `${url.host} does not speak TLS; is it http://?` : said, {
                    cause: error,
                });
            }
        },
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
    };
}
/** No answer. The SDK tries again for what has `$retryable`. */
class Unreachable extends Error {
    name = 'TimeoutError';
    $retryable = {};
}
/** Written by the HTTP client from the URL and the body, to the same values. */
const ownHeaders = new Set(['host', 'content-length']);
/** Its own methods warn that the SDK's body will once be no text. */
function toText(body) {
    if (typeof body === 'string')
        return body;
    const { buffer, byteOffset, byteLength } = body;
    return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
}
/** Nothing of what the SDK says is for people who deploy; it would say it on the console. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing() { }

;// CONCATENATED MODULE: ./build/js/secrets/aws/choose-credentials.js








/** Whom AWS wants an identity token to be for. */
const audience = 'sts.amazonaws.com';
/** Milliseconds, once: elsewhere than on EC2 nothing answers at the address of the instance metadata service. */
const metadataTimeout = 1000;
/**
 * In the order of the SDK's own chain: a profile; keys in the environment; a role with an identity token, from a file or from
 * the CI job itself; what the machine has. Whatever comes is hidden.
 */
function chooseCredentials({ io, identityToken }, around) {
    const { environment, redactor } = io;
    let chosen;
    return async (properties) => {
        chosen ??= choose();
        const credentials = await (await chosen)(properties);
        for (const part of [credentials.secretAccessKey, credentials.sessionToken]) {
            if (part !== undefined)
                redactor.add(new model_secret/* Secret */.z('AWS credentials', part));
        }
        return credentials;
    };
    async function choose() {
        const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: session } = environment;
        const forOthers = { logger: silent, clientConfig: clientConfig(around, environment) };
        // Nobody else stands in for a profile that is not there.
        if (around.profile !== undefined)
            return (0,credential_provider_ini_dist_cjs.fromIni)({ profile: around.profile, ...forOthers });
        if (id && key) {
            refuseOdd({ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: session });
            return async () => ({ accessKeyId: id, secretAccessKey: key, ...(session ? { sessionToken: session } : {}) });
        }
        const token = await findToken();
        const { AWS_ROLE_ARN: roleArn = '', AWS_ROLE_SESSION_NAME: sessionName } = environment;
        if (token !== undefined) {
            redactor.add(token);
            return (0,credential_provider_web_identity_dist_cjs.fromWebToken)({
                roleArn,
                roleSessionName: sessionName || 'mcp-deploy',
                webIdentityToken: token.reveal(),
                ...forOthers,
            });
        }
        return (0,credential_provider_node_dist_cjs.defaultProvider)({ ...forOthers, timeout: metadataTimeout, maxRetries: 0 });
    }
    /** For AWS_ROLE_ARN only. */
    async function findToken() {
        const { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: file } = environment;
        if (!role)
            return undefined;
        if (!file)
            return identityToken(audience);
        try {
            return new model_secret/* Secret */.z('identity token', (await io.files.read(file)).trim());
        }
        catch (cause) {
            throw new errors/* StackError */.L({
                code: 'SECRET_FORBIDDEN',
                message: `the identity token of AWS_WEB_IDENTITY_TOKEN_FILE cannot be read: ${file}`,
                hint: 'Write the token there, or unset the variable',
                cause,
            });
        }
    }
}
/** Two values under each other, a file that is no text: the HTTP client would say so of a header, and print it. */
function refuseOdd(variables) {
    const [odd] = Object.entries(variables).find(([, value = '']) => !(0,header_value/* isHeaderValue */.j)(value.trim())) ?? [];
    if (odd === undefined)
        return;
    throw new errors/* StackError */.L({
        code: 'SECRET_INVALID',
        message: `${odd} holds a line end, or a character that no HTTP header can carry`,
        hint: 'Pass it again, as one line',
    });
}
/** Of the clients that change one thing for credentials: the security token service, single sign-on. */
function clientConfig({ region, requestHandler, retryStrategy }, environment) {
    const endpoint = environment['AWS_ENDPOINT_URL_STS'] || environment['AWS_ENDPOINT_URL'];
    return {
        requestHandler,
        logger: silent,
        maxAttempts: patience/* patience */._.tries,
        retryStrategy,
        ...(region === undefined ? {} : { region }),
        ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
    };
}

;// CONCATENATED MODULE: ./build/js/secrets/aws/explain.js


/** What AWS or the SDK said, in words that name the place and what is to be allowed. Error names: the services' API references. */
function explain(error, asked, redactor) {
    if (error instanceof errors/* StackError */.L) {
        const { code, message, hint } = error;
        return { code, message: `${place(asked)}: ${message}`, ...(hint === undefined ? {} : { hint }) };
    }
    const name = error instanceof Error ? error.name : '';
    const said = redactor.redact(error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    const { status, tries } = outcomeOf(error);
    // Without the place: it is so for every secret there.
    const service = `AWS Secrets Manager${asked.region === undefined ? '' : ` in ${asked.region}`}`;
    if (status >= 500 && isNameless(name)) {
        // Of a page of a load balancer nothing is repeated.
        const words = name === nameless && said !== 'UnknownError' ? `: ${said}` : '';
        const message = `${service} answers with HTTP ${status}${tries}${words}`;
        return { code: 'SECRET_UNREACHABLE', message, hint: tryByHand(asked) };
    }
    const kind = kinds.find(({ pattern }) => pattern.test(`${name}: ${said}`));
    if (kind !== undefined)
        return kind.say(asked, said);
    if (error instanceof Unreachable) {
        const message = `${service} cannot be reached${tries}: ${said}`;
        return { code: 'SECRET_UNREACHABLE', message, hint: tryByHand(asked) };
    }
    const why = name === nameless ? `HTTP ${status}, ${said === 'UnknownError' ? 'without a reason' : said}` : `${name}: ${said}`;
    const message = `${place(asked)} cannot be read: ${why}`;
    return { code: 'SECRET_UNREACHABLE', message, hint: tryByHand(asked) };
}
/** How the SDK calls an error of which the answer gives no name: it did not come from the service itself. */
const nameless = 'Unknown';
function isNameless(name) {
    return name === nameless || name === 'SyntaxError';
}
/** @returns the status of the last answer, 0 for none; and ` (asked 5 times)`. */
function outcomeOf(error) {
    const { httpStatusCode = 0, attempts = 1 } = error.$metadata ?? {};
    return { status: httpStatusCode, tries: attempts === 1 ? '' : ` (asked ${attempts} times)` };
}
/** The first that fits. */
const kinds = [
    {
        pattern: /^(?:DecryptionFailure|AccessDenied(?:Exception)?: .*(?:Access to KMS|\bkms:))/,
        say: (asked, said) => ({
            code: 'SECRET_FORBIDDEN',
            message: `${place(asked)} may not be decrypted: ${said}`,
            hint: 'Allow kms:Decrypt on the key that the secret is encrypted with, in the IAM policy and in the key policy',
        }),
    },
    {
        pattern: /^AccessDenied(?:Exception)?:/,
        say: (asked, said) => ({
            code: 'SECRET_FORBIDDEN',
            message: `${place(asked)} may not be read: ${said}`,
            hint: said.includes('sts:AssumeRole')
                ? 'Let the trust policy of the role name this identity: sts:AssumeRole, or sts:AssumeRoleWithWebIdentity for a CI job'
                : `Allow it in the IAM policy: {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "${arnOf(asked)}"}`,
        }),
    },
    {
        pattern: /^(?:Expired|\w*ProviderError: .*\bexpired\b)/i,
        say: (asked, said) => ({
            code: 'SECRET_FORBIDDEN',
            message: `${place(asked)} cannot be read: the AWS session has expired (${said})`,
            hint: 'Log in again (aws sso login), or let the job ask for new credentials',
        }),
    },
    {
        pattern: /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidSignature|InvalidIdentityToken|IncompleteSignature)(?:Exception)?:/,
        say: (asked, said) => ({
            code: 'SECRET_FORBIDDEN',
            message: `${place(asked)} cannot be read: AWS does not accept the credentials (${said})`,
            hint: "Correct them; a signature is refused too where this machine's clock is wrong",
        }),
    },
    {
        pattern: /^ResourceNotFoundException:/,
        say: (asked, said) => ({
            code: 'SECRET_MISSING',
            message: `${place(asked)} is not there: ${said}`,
            hint: hintForMissing(asked, said),
        }),
    },
    {
        pattern: /^Invalid(?:Request|Parameter)Exception:/,
        say: (asked, said) => ({ code: 'SECRET_INVALID', message: `${place(asked)} cannot be read: ${said}` }),
    },
    {
        pattern: /^(?:Throttling|TooManyRequests|RequestLimitExceeded)/,
        say: (asked, said) => ({
            code: 'SECRET_UNREACHABLE',
            message: `${place(asked)} cannot be read: AWS lets this account ask no more for now (${said})`,
            hint: 'Run the same command again in a minute',
        }),
    },
    {
        pattern: /region is missing/i,
        say: (asked) => ({
            code: 'CONFIG_INVALID',
            message: `${place(asked)} cannot be looked for: no region is set`,
            hint: 'Set ci_cd.secrets.aws.region or AWS_REGION, or write the ARN',
        }),
    },
    {
        // A page in HTML, or the XML of another service.
        pattern: /^SyntaxError:/,
        say: (asked) => ({
            code: 'SECRET_UNREACHABLE',
            message: `${place(asked)} cannot be read: what answered is not AWS Secrets Manager`,
            hint: 'Look at ci_cd.secrets.aws.endpoint, and at HTTPS_PROXY and NO_PROXY',
        }),
    },
    {
        pattern: /^\w*ProviderError:/,
        say: (asked, said) => ({
            code: 'SECRET_FORBIDDEN',
            message: `${place(asked)} cannot be read: there are no AWS credentials (${said})`,
            hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, ci_cd.secrets.aws.profile, or AWS_ROLE_ARN in a job with an identity token for sts.amazonaws.com',
        }),
    },
];
function place({ secret, stage, version, region }) {
    const which = stage === undefined ? (version === undefined ? '' : `?version=${version}`) : `?stage=${stage}`;
    return `aws:${secret}${which}${region === undefined || secret.startsWith('arn:') ? '' : ` in ${region}`}`;
}
/** AWS puts six characters of its own behind the name in an ARN. */
function arnOf({ secret, region }) {
    return secret.startsWith('arn:') ? secret : `arn:aws:secretsmanager:${region ?? '*'}:*:secret:${secret}-??????`;
}
/** AWS tells a version that is not there from a secret that is not; other servers with its interface do not. */
function hintForMissing(asked, said) {
    const other = asked.secret.startsWith('arn:')
        ? `Compare the whole ARN, its account and last six characters too: aws secretsmanager list-secrets --region ${asked.region ?? ''} --query SecretList[].ARN`
        : 'Another region is another store: set ci_cd.secrets.aws.region, or write the ARN';
    const isVersion = /secret value for (?:staging label|VersionId)/i.test(said);
    if (!isVersion && asked.stage === undefined && asked.version === undefined)
        return other;
    const list = `The versions that are there: aws secretsmanager list-secret-version-ids ${optionsOf(asked)}`;
    return isVersion ? list : `${list}. ${other}`;
}
function tryByHand(asked) {
    return `Try by hand: aws secretsmanager describe-secret ${optionsOf(asked)}`;
}
function optionsOf({ secret, region, endpoint }) {
    const there = region === undefined ? '' : ` --region ${region}`;
    return `--secret-id ${secret}${there}${endpoint === undefined ? '' : ` --endpoint-url ${endpoint}`}`;
}

// EXTERNAL MODULE: ./build/js/model/redirect-refused.js
var redirect_refused = __webpack_require__(62143);
;// CONCATENATED MODULE: ./build/js/secrets/aws/retries.js



/** As often as Vault is asked, by the run's own clock: the SDK by itself gives up within a second, and heeds no Ctrl-C. */
function retryBy({ clock, signal }) {
    const ends = new WeakMap();
    const makeToken = (count, end) => {
        const token = { getRetryCount: () => count, getRetryDelay: () => 0 };
        ends.set(token, end);
        return token;
    };
    return {
        acquireInitialRetryToken: async () => makeToken(0, clock.now().getTime() + patience/* patience */._.seconds * 1000),
        async refreshRetryTokenForRetry(token, { error, errorType, retryAfterHint }) {
            const tries = token.getRetryCount() + 1;
            const end = ends.get(token) ?? 0;
            const wait = ((retryAfterHint?.getTime() ?? 0) - clock.now().getTime()) / 1000;
            const pause = (0,patience/* pauseAfter */.l)(tries, wait);
            const isLasting = errorType === 'CLIENT_ERROR' || error?.cause instanceof redirect_refused/* RedirectRefused */.J || (0,no_tls/* speaksNoTls */.g)(error);
            // The SDK then throws what the last try gave.
            if (isLasting || tries === patience/* patience */._.tries || clock.now().getTime() + pause > end)
                throw new Error('no more tries');
            await clock.sleep(pause, signal);
            signal.throwIfAborted();
            return makeToken(tries, end);
        },
        recordSuccess: () => undefined,
    };
}

;// CONCATENATED MODULE: ./build/js/secrets/aws/open-reader.js









/**
 * Reads values; one client for each region. The SDK is loaded with this file. Variables are those of the run, given to the SDK
 * by name; it looks at the process itself only for the files of profiles and for containers and instances.
 */
function openReader(context) {
    const { io, sources } = context;
    const { environment } = io;
    const profile = given(sources.aws.profile) ?? given(environment['AWS_PROFILE']);
    const usual = given(sources.aws.region) ?? given(environment['AWS_REGION']) ?? given(environment['AWS_DEFAULT_REGION']);
    const endpoint = given(sources.aws.endpoint) ??
        given(environment['AWS_ENDPOINT_URL_SECRETS_MANAGER']) ??
        given(environment['AWS_ENDPOINT_URL']);
    const requestHandler = carryBy(io);
    const retryStrategy = retryBy(io);
    const clients = new Map();
    const clientFor = (region) => {
        const known = clients.get(region ?? '');
        if (known !== undefined)
            return known;
        const client = new dist_cjs/* SecretsManagerClient */._H({
            requestHandler,
            maxAttempts: patience/* patience */._.tries,
            retryStrategy,
            logger: silent,
            credentials: chooseCredentials(context, { profile, region, requestHandler, retryStrategy }),
            ...(region === undefined ? {} : { region }),
            ...(profile === undefined ? {} : { profile }),
            ...(endpoint === undefined ? {} : { endpoint }),
        });
        clients.set(region ?? '', client);
        return client;
    };
    return async ({ secret, stage, version }) => {
        const region = (0,aws_place/* regionOfArn */.b)(secret) ?? usual;
        try {
            const answer = await clientFor(region).send(new dist_cjs/* GetSecretValueCommand */.d2({ SecretId: secret, VersionStage: stage, VersionId: version }));
            if (answer.SecretString === undefined)
                return { problem: binary(secret) };
            const text = new model_secret/* Secret */.z(`aws:${secret}`, answer.SecretString);
            io.redactor.add(text, { needle: false });
            return { text, ...(answer.VersionId === undefined ? {} : { version: answer.VersionId }) };
        }
        catch (error) {
            io.signal.throwIfAborted();
            return { problem: explain(error, { secret, stage, version, region, endpoint }, io.redactor) };
        }
    };
}
// On Node 20 it says on the console that versions after 2026 will want Node 22: told to whoever updates the SDK here, not to its users.
client.state.warningEmitted = true;
/** CI systems pass what is not set as an empty text. */
function given(text) {
    return text === '' ? undefined : text;
}
function binary(secret) {
    return {
        code: 'SECRET_INVALID',
        message: `aws:${secret} is a binary secret, which no environment variable can carry`,
        hint: `Store it as text: aws secretsmanager put-secret-value --secret-id ${secret} --secret-string …`,
    };
}


/***/ })

};
