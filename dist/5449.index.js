export const id = 5449;
export const ids = [5449];
export const modules = {

/***/ 75839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ isPinnedRef),
/* harmony export */   w: () => (/* binding */ checkGitRef)
/* harmony export */ });
/**
 * Refuses what is not one branch, tag or commit: the rules of git-check-ref-format, options, revision operators and the
 * names git keeps for itself.
 */
function checkGitRef(text) {
    const message = 'is not a branch, tag or commit';
    if (text === '')
        return { message: 'must not be empty', hint: 'Remove the key for main, or name a branch, tag or commit' };
    if (text.length > 250)
        return { message: `${message}: it is too long` };
    if (text.startsWith('-'))
        return { message: `${message}: it begins with "-", which git reads as an option` };
    if (/\.\./.test(text))
        return { message: `${message}: it is a range`, hint: 'Name one end of it' };
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    if (/[\u0000-\u0020\u007f]/.test(text))
        return { message: `${message}: it holds a space or a control character` };
    if (/[~^:?*[\\]|@\{/.test(text)) {
        return {
            message: `${message}: ~ ^ : ? * [ \\ and @{ are git's operators`,
            hint: 'Name the branch, tag or commit itself',
        };
    }
    if (text === '@' || /(^|\/)(FETCH_|ORIG_|MERGE_)?HEAD$/.test(text)) {
        return { message: `${message}: HEAD means something else in every clone`, hint: 'Name the branch: ref: main' };
    }
    const bad = text.split('/').some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock'));
    if (bad || text.endsWith('.'))
        return { message: `${message}: git does not allow such a name` };
    return undefined;
}
/** True for a name that always means the same commit: a full hash, or what looks like a released version. */
function isPinnedRef(text) {
    return (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ||
        /^(refs\/tags\/.+|([\w.-]+[-/])?v?\d+(\.\d+)+([-+.][\w.+-]+)?)$/.test(text));
}


/***/ }),

/***/ 61201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseHostPort),
/* harmony export */   m: () => (/* binding */ checkHostPort)
/* harmony export */ });
/** Reads `port` or `address:port`; undefined when it is neither. The address is 127.0.0.1 when none is given. */
function parseHostPort(value) {
    const match = /^(?:(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]):)?(\d{1,5})$/.exec(String(value));
    const port = Number(match?.[2] ?? 0);
    if (match === null || port < 1 || port > 65535)
        return undefined;
    const address = match[1] ?? '127.0.0.1';
    if (!address.startsWith('[') && address.split('.').some((part) => Number(part) > 255))
        return undefined;
    return { address, port };
}
/** Refuses what is no port of the host. */
function checkHostPort(text) {
    if (!text.includes(':'))
        return { message: 'must be a port, or "address:port"' };
    return parseHostPort(text) === undefined
        ? { message: 'must be a port, or "address:port" with an IP address' }
        : undefined;
}


/***/ }),

/***/ 36942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ checkRepositoryName),
/* harmony export */   Tq: () => (/* binding */ checkRegistryNamespace),
/* harmony export */   Z: () => (/* binding */ checkRegistryUrl),
/* harmony export */   m8: () => (/* binding */ isMovingImage),
/* harmony export */   rd: () => (/* binding */ checkImageReference)
/* harmony export */ });
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const host = `(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?`;
const name = `(?:${host}/)?${component}(?:/${component})*`;
/** The distribution project's grammar: [host[:port]/]path[:tag][@digest]. */
const reference = new RegExp(`^(?:${name})(?::([A-Za-z0-9_][\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`);
const prefix = new RegExp(`^${host}$`);
const path = new RegExp(`^${component}(?:/${component})*$`);
/** Tags that publishers move by habit. */
const moving = new Set([
    'latest',
    'main',
    'master',
    'edge',
    'nightly',
    'stable',
    'dev',
    'develop',
    'snapshot',
]);
/** Refuses what no engine and no cluster takes as an image. */
function checkImageReference(text) {
    const message = 'is not an image reference: [host[:port]/]path[:tag][@sha256:…]';
    if (text === '')
        return { message: 'must not be empty' };
    if (/^[a-z]+:\/\//i.test(text))
        return { message, hint: 'Leave out the scheme' };
    if (/\/\/|^[^/]*@[^/]*\//.test(text))
        return { message, hint: 'An image reference has no user info' };
    if (text.length > 400)
        return { message: `${message}, and not this long` };
    // Docker would read MyOrg/app as the host MyOrg.
    const isShouted = /^[^/.:]*[A-Z][^/.:]*\//.test(text);
    if (!reference.test(text) || isShouted) {
        const lower = text.replace(/^[^:@]+/, (start) => start.toLowerCase());
        return { message, ...(reference.test(lower) ? { hint: 'The path is lower case' } : {}) };
    }
    if (/^[0-9a-f]{64}$/.test(text))
        return { message: 'is an image id, which no other machine knows', hint: 'Name its repository' };
    return undefined;
}
/** True when the reference can mean another image tomorrow: no digest, and no tag or a tag that moves by habit. */
function isMovingImage(text) {
    const match = reference.exec(text);
    if (match === null || match[2] !== undefined)
        return false;
    return match[1] === undefined || moving.has(match[1]);
}
/** Refuses what is not the name of a repository, without tag and digest. */
function checkRepositoryName(text) {
    const refusal = checkImageReference(text);
    if (refusal !== undefined)
        return refusal;
    if (new RegExp(`^${name}$`).test(text))
        return undefined;
    return { message: 'must be a repository without tag and digest', hint: 'Each image gets a tag of its own there' };
}
/** Refuses what is not `host[:port]` with an optional path. */
function checkRegistryUrl(text) {
    const message = 'is not a registry: host[:port], with a path if need be';
    if (text.includes('@')) {
        const secret = /^(?:[a-z]+:\/\/)?[^@]*?:([^@]+)@/i.exec(text)?.[1];
        return {
            message: 'must not carry credentials',
            hint: 'Log in with: docker login HOST',
            ...(secret === undefined ? {} : { secret }),
        };
    }
    if (/^[a-z]+:\/\//i.test(text))
        return { message, hint: 'Leave out the scheme' };
    const [first = '', ...rest] = text.replace(/\/$/, '').split('/');
    if (!prefix.test(first) || (rest.length > 0 && !path.test(rest.join('/'))))
        return { message };
    return undefined;
}
/** Refuses what is not a path inside a registry. */
function checkRegistryNamespace(text) {
    return path.test(text) ? undefined : { message: 'is not a path in a registry: lower-case parts between "/"' };
}


/***/ }),

/***/ 90179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ checkLabelValue),
/* harmony export */   Dd: () => (/* binding */ checkAnnotationKey),
/* harmony export */   J$: () => (/* binding */ checkUsername),
/* harmony export */   M_: () => (/* binding */ checkContext),
/* harmony export */   Qe: () => (/* binding */ checkLabelKey),
/* harmony export */   Rl: () => (/* binding */ checkObjectName),
/* harmony export */   W3: () => (/* binding */ checkPresent),
/* harmony export */   gC: () => (/* binding */ checkVolumeName),
/* harmony export */   iS: () => (/* binding */ checkQualifiedName),
/* harmony export */   nm: () => (/* binding */ checkUrlPath),
/* harmony export */   pK: () => (/* binding */ checkKind),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   yU: () => (/* binding */ checkPointer)
/* harmony export */ });
/* harmony import */ var _model_closest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80351);

/** The name part of a label's or annotation's key, and a label's value. */
const word = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const maxWord = 63;
const maxSubdomain = 253;
/** Refuses what cannot be the name of most objects: a lower-case DNS subdomain. */
function checkObjectName(text) {
    if (text === '')
        return { message: 'must not be empty' };
    if (text.length > maxSubdomain)
        return { message: `has ${text.length} characters, ${maxSubdomain} at most` };
    if (subdomain.test(text))
        return undefined;
    return { message: 'is not a name of an object: lower-case letters, digits, "-" and "."' };
}
/** Refuses what cannot be the name of a volume: a DNS label. */
function checkVolumeName(text) {
    if (text.length <= maxWord && subdomain.test(text) && !text.includes('.'))
        return undefined;
    return { message: `is not a name of a volume: at most ${maxWord} lower-case letters, digits and "-"` };
}
/** Refuses what is no key of a label: `[prefix/]name`. */
function checkQualifiedName(text) {
    const [first = '', second, ...more] = text.split('/');
    const name = second ?? first;
    const isPrefixFine = second === undefined || (subdomain.test(first) && first.length <= maxSubdomain);
    if (more.length === 0 && isPrefixFine && word.test(name) && name.length <= maxWord)
        return undefined;
    return { message: `is not [prefix/]name: a DNS name, and at most ${maxWord} letters, digits, "-", "_" and "."` };
}
/** Refuses keys that select our pods, or that every tool reads as ours. */
function checkLabelKey(text) {
    return checkQualifiedName(text) ?? checkOurs(text, ['mcp-stack.dev', 'app.kubernetes.io']);
}
function checkAnnotationKey(text) {
    return checkQualifiedName(text) ?? checkOurs(text, ['mcp-stack.dev']);
}
function checkOurs(text, prefixes) {
    const found = prefixes.find((prefix) => text.startsWith(`${prefix}/`));
    if (found === undefined)
        return undefined;
    return { message: `belongs to this program: it writes what begins with ${found}/`, hint: 'Choose another prefix' };
}
function checkLabelValue(text) {
    if (text === '' || (text.length <= maxWord && word.test(text)))
        return undefined;
    return { message: `is not a value of a label: at most ${maxWord} letters, digits, "-", "_" and "."` };
}
/** Refuses what is no kind of object: `Deployment`. */
function checkKind(text) {
    if (/^[A-Z][A-Za-z0-9]*$/.test(text))
        return undefined;
    return { message: 'is not a kind: a word that begins with a capital letter', hint: 'For example Deployment' };
}
/** A kubeconfig context may be nearly anything: `arn:aws:eks:…`, `default/api-crc-testing:6443/kubeadmin`. */
function checkContext(text) {
    if (text.trim() === '')
        return { message: 'must not be empty' };
    if (text.startsWith('-'))
        return { message: 'begins with "-", which programs read as an option' };
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    return /[\u0000-\u001f\u007f]/.test(text) ? { message: 'holds a control character' } : undefined;
}
/** Refuses what is no path of a URL. */
function checkUrlPath(text) {
    if (/^\/[\w./~%:@!$&'()*+,;=-]*$/.test(text))
        return undefined;
    return { message: 'is not a path of a URL: it begins with "/" and has no space, "?" or "#"' };
}
/** Refuses what is no JSON pointer (RFC 6901). */
function checkPointer(text) {
    if (text === '' || (text.startsWith('/') && !/~(?![01])/.test(text)))
        return undefined;
    return { message: 'is not a JSON pointer: it begins with "/"', hint: 'For example /spec/template/spec/hostNetwork' };
}
/** Docker's configuration writes `user:password`. */
function checkUsername(text) {
    if (text === '')
        return { message: 'must not be empty' };
    return /[:\s]/.test(text) ? { message: 'must not hold ":" or a space' } : undefined;
}
function checkPresent(text) {
    return text === '' ? { message: 'must not be empty' } : undefined;
}
/** Refuses names that the Kubernetes API does not have at this place. */
function oneOf(fields, of) {
    return (name) => {
        if (fields.includes(name))
            return undefined;
        const near = (0,_model_closest_js__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .k)(name, fields);
        return {
            message: `is no field of ${of}`,
            hint: near === undefined ? `Known here: ${fields.join(', ')}` : `Did you mean ${near}?`,
        };
    };
}


/***/ }),

/***/ 71703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PJ: () => (/* binding */ checkDatabaseName),
/* harmony export */   Tu: () => (/* binding */ dnsName),
/* harmony export */   bw: () => (/* binding */ checkPluginName),
/* harmony export */   m2: () => (/* binding */ checkVariableName),
/* harmony export */   oO: () => (/* binding */ checkNamespace),
/* harmony export */   xX: () => (/* binding */ checkProjectName),
/* harmony export */   yl: () => (/* binding */ pluginPrefix)
/* harmony export */ });
/** RFC 1123 label. */
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const maxLabel = 63;
/** `mcp-plugin-` goes in front of every plugin's name. */
const pluginPrefix = 'mcp-plugin-';
const maxName = maxLabel - pluginPrefix.length;
/** Names that components of ours and the network have already; `stack` is on objects that belong to none of them. */
const reserved = new Set(['mcpgateway', 'gateway', 'postgres', 'redis', 'localhost', 'stack']);
/** Refuses what is no DNS label, and the namespaces that belong to the cluster. */
function checkNamespace(text) {
    if (text === '')
        return { message: 'must not be empty' };
    if (text.length > maxLabel)
        return { message: `has ${text.length} characters, ${maxLabel} at most` };
    if (!label.test(text)) {
        const fixed = text.toLowerCase().replaceAll('_', '-');
        return {
            message: 'must be lower-case letters, digits and "-", beginning and ending with a letter or digit',
            ...(label.test(fixed) ? { hint: `Write ${fixed}` } : {}),
        };
    }
    if (text.startsWith('kube-')) {
        return {
            message: 'is a namespace of the cluster itself: kube-* is refused',
            hint: 'Choose a namespace of your own',
        };
    }
    return undefined;
}
/** Refuses what cannot be a Compose project and a label on both targets. */
function checkProjectName(text) {
    return checkNamespace(text);
}
/** Refuses names that do not map to one DNS label, that are reserved, or that JavaScript and Python objects have already. */
function checkPluginName(text) {
    if (text === '')
        return { message: 'must not be empty' };
    if (!/^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?$/.test(text)) {
        const hint = /[^\u0020-\u007e]/.test(text)
            ? 'It holds a character that only looks like a letter, or none at all'
            : undefined;
        return {
            message: 'must be letters (A-Z), digits, "-" and "_", beginning and ending with a letter or digit',
            ...(hint === undefined ? {} : { hint }),
        };
    }
    if (text.length > maxName) {
        return { message: `has ${text.length} characters, ${maxName} at most: its service is named ${pluginPrefix}<name>` };
    }
    if (reserved.has(dnsName(text)))
        return { message: `"${text}" is reserved`, hint: 'Choose another name' };
    if (text in {})
        return { message: `"${text}" is a reserved word`, hint: 'Choose another name' };
    return undefined;
}
/** A component's name as a DNS label (CONTRACT §3). */
function dnsName(name) {
    return name.toLowerCase().replaceAll('_', '-');
}
/** Refuses what programs cannot read as an environment variable's name. */
function checkVariableName(text) {
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text))
        return undefined;
    return {
        message: 'is not a name of an environment variable: letters, digits and "_", not beginning with a digit',
    };
}
/** Refuses names that PostgreSQL would want in quotes. */
function checkDatabaseName(text) {
    if (/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/.test(text))
        return undefined;
    return { message: 'must be 1-63 letters, digits, "_" and "-", beginning with a letter or "_"' };
}


/***/ }),

/***/ 41691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ checkFilePath),
/* harmony export */   l8: () => (/* binding */ checkContainerPath),
/* harmony export */   sA: () => (/* binding */ checkInnerPath)
/* harmony export */ });
/* unused harmony export isUpwards */
/* harmony import */ var node_path_posix__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53916);

/** Refuses what is not a path inside a clone or folder: absolute, upwards, an option, a URL. */
function checkInnerPath(text) {
    if (text === '')
        return { message: 'must not be empty' };
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    if (/[\u0000-\u001f\u007f]/.test(text))
        return { message: 'holds a control character' };
    if (text.startsWith('-'))
        return { message: 'begins with "-", which programs read as an option' };
    if (/^[a-z][a-z0-9+.-]*:/i.test(text))
        return { message: 'is a URL or has a drive letter', hint: 'Name a file of the repository' };
    if (text.includes('\\'))
        return { message: 'holds "\\"', hint: 'Separate folders with "/"' };
    if ((0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(text))
        return { message: 'must be relative to the repository' };
    if (isUpwards(text))
        return { message: 'leaves the repository (..)' };
    return undefined;
}
/** Refuses what is not the path of a file or folder beside the config. Staying inside it is checked on the disk. */
function checkFilePath(text) {
    if (text.trim() === '')
        return { message: 'must not be empty' };
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    if (/[\u0000-\u001f\u007f]/.test(text))
        return { message: 'holds a control character' };
    if (text.startsWith('-'))
        return { message: 'begins with "-", which programs read as an option' };
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
        return { message: 'is a URL, not a path' };
    return undefined;
}
/** Refuses what is not an absolute path inside a container. */
function checkContainerPath(text) {
    const normal = (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.normalize)(text);
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    if (!(0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(text) || /[:,\u0000-\u001f\u007f]/.test(text))
        return { message: 'must be an absolute path in the container' };
    return normal === '/' ? { message: 'must not be the root folder' } : undefined;
}
/** True when a relative path ends outside the folder it starts in. */
function isUpwards(text) {
    const normal = (0,node_path_posix__WEBPACK_IMPORTED_MODULE_0__.normalize)(text);
    return normal === '..' || normal.startsWith('../');
}


/***/ }),

/***/ 97310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kc: () => (/* binding */ checkMemory),
/* harmony export */   Oh: () => (/* binding */ parseCpu),
/* harmony export */   Pw: () => (/* binding */ parseMemory),
/* harmony export */   Zj: () => (/* binding */ checkCpu),
/* harmony export */   sl: () => (/* binding */ checkStorage)
/* harmony export */ });
const memoryUnits = {
    '': 1n,
    k: 10n ** 3n,
    M: 10n ** 6n,
    G: 10n ** 9n,
    T: 10n ** 12n,
    P: 10n ** 15n,
    E: 10n ** 18n,
    Ki: 2n ** 10n,
    Mi: 2n ** 20n,
    Gi: 2n ** 30n,
    Ti: 2n ** 40n,
    Pi: 2n ** 50n,
    Ei: 2n ** 60n,
};
/** Docker refuses memory limits below 6 MB, and nobody means 512 bytes. */
const leastMemory = 4n * 2n ** 20n;
/** Bytes × 1000 of a Kubernetes memory quantity, or undefined when it is none. Thousandths keep `1.5Gi` exact enough to compare. */
function parseMemory(text) {
    const match = /^(\d{1,18})(?:\.(\d{1,9}))?([kMGTPE]i?|Ki)?$/.exec(text);
    const unit = memoryUnits[match?.[3] ?? ''];
    if (match === null || unit === undefined || match[3] === 'ki')
        return undefined;
    const fraction = (match[2] ?? '').padEnd(9, '0');
    return ((BigInt(match[1] ?? '0') * 10n ** 9n + BigInt(fraction)) * unit) / 10n ** 6n;
}
/** Thousandths of a CPU, or undefined when the text is no CPU quantity (`250m`, `0.5`, `2`). */
function parseCpu(text) {
    const match = /^(\d{1,9})(?:(m)|\.(\d{1,3}))?$/.exec(text);
    if (match === null)
        return undefined;
    const whole = BigInt(match[1] ?? '0');
    return match[2] === 'm' ? whole : whole * 1000n + BigInt((match[3] ?? '').padEnd(3, '0'));
}
/** Refuses what is no memory quantity, and a missing unit. */
function checkMemory(text) {
    const value = parseMemory(text);
    const message = 'is not a memory quantity: a number and one of Ki Mi Gi Ti, k M G T (512Mi, 1.5Gi)';
    if (value === undefined) {
        const loose = /^\s*(\d+(?:\.\d+)?)\s*([kmgtp])(?:i?b?)\s*$/i.exec(text);
        if (loose === null)
            return { message };
        const [, number = '', letter = ''] = loose;
        const unit = letter.toUpperCase();
        return { message, hint: `Write ${number}${unit}i (binary)${unit === 'K' ? '' : ` or ${number}${unit} (decimal)`}` };
    }
    if (value === 0n)
        return { message: 'must be more than 0' };
    if (value < leastMemory * 1000n) {
        return {
            message: 'is less memory than any container starts with',
            hint: 'Is the unit missing? 512 is 512 bytes, write 512Mi',
        };
    }
    return undefined;
}
/** Refuses what is no CPU quantity. */
function checkCpu(text) {
    const value = parseCpu(text);
    if (value === undefined) {
        return { message: 'is not a CPU quantity: thousandths as 250m, or a number with at most three decimals (0.5, 2)' };
    }
    return value === 0n ? { message: 'must be more than 0' } : undefined;
}
/** Refuses what is no size of a volume. */
function checkStorage(text) {
    return checkMemory(text);
}


/***/ }),

/***/ 69765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ parseSecretPlace),
/* harmony export */   AL: () => (/* binding */ checkAwsSecret),
/* harmony export */   qV: () => (/* binding */ checkSecretPlace)
/* harmony export */ });
/* harmony import */ var _model_aws_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66123);
/* harmony import */ var _model_kv_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50817);
/* harmony import */ var _model_stack_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61584);



/** What each provider expects after its word. */
const forms = {
    environment: 'environment:NAME',
    env_file: 'env_file:secrets.env#NAME',
    file: 'file:/run/secrets/name',
    vault: 'vault:secret/data/mcp#key',
    aws: 'aws:prod/mcp#key',
    kubernetes: 'kubernetes:secret-name#key',
};
/** Providers whose place must name a key in it. */
const keyed = ['vault', 'kubernetes'];
/** Refuses what is not `provider:place`. */
function checkSecretPlace(text) {
    const [, provider = '', place = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
    if (provider === 'command') {
        return { message: 'gives a command as text', hint: 'Give its words: from: {command: [op, read, op://vault/item]}' };
    }
    const form = Object.hasOwn(forms, provider) ? forms[provider] : undefined;
    if (form === undefined) {
        return {
            message: 'is not a place that secrets are kept in',
            hint: `Write ${Object.values(forms).slice(2, 5).join(', ')} … (${_model_stack_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .secretProviderNames */ .Y.join(', ')})`,
        };
    }
    // oxlint-disable-next-line no-control-regex -- control characters are what is refused
    if (/[\u0000-\u001f\u007f]/.test(place))
        return { message: 'holds a control character' };
    if (place.trim() === '' || (keyed.includes(provider) && !/^[^#]+#[^#]+$/.test(place))) {
        return { message: 'does not say where the secret is', hint: `Write ${form}` };
    }
    if (provider === 'vault' && !/^\/*[^/#]+\/+[^/#]/.test(place)) {
        return { message: 'names a mount of Vault and no path in it', hint: `Write ${form}` };
    }
    if (provider === 'vault' && (0,_model_kv_place_js__WEBPACK_IMPORTED_MODULE_1__/* .readKvPlace */ .$)(place) === undefined) {
        return { message: 'is no place in Vault', hint: vaultForm };
    }
    if (provider === 'aws' && (0,_model_aws_place_js__WEBPACK_IMPORTED_MODULE_2__/* .readAwsPlace */ .N)(place) === undefined) {
        return { message: 'is no place in AWS Secrets Manager', hint: awsForm };
    }
    return undefined;
}
const vaultForm = 'Write vault:MOUNT/data/PATH#KEY; ?version=N at the end for another version';
const awsForm = 'Write aws:NAME-OR-ARN#key; ?stage=AWSPREVIOUS or ?version=ID at the end for another version';
/** Refuses what is not the name or ARN of a whole document. */
function checkAwsSecret(text) {
    const place = (0,_model_aws_place_js__WEBPACK_IMPORTED_MODULE_2__/* .readAwsPlace */ .N)(text);
    if (place !== undefined && place.key === undefined)
        return undefined;
    return { message: 'is no name or ARN of a secret', hint: 'Write prod/mcp; its JSON keys are the names' };
}
/** As checkSecretPlace has allowed it. */
function parseSecretPlace(from) {
    if (typeof from !== 'string')
        return { provider: 'command', at: from.command };
    const colon = from.indexOf(':');
    return { provider: from.slice(0, colon), at: from.slice(colon + 1) };
}


/***/ }),

/***/ 3339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   af: () => (/* binding */ checkVaultPath),
/* harmony export */   jX: () => (/* binding */ ttlInSeconds),
/* harmony export */   nq: () => (/* binding */ checkVaultAddress),
/* harmony export */   x: () => (/* binding */ checkKvPath),
/* harmony export */   zx: () => (/* binding */ checkTtl)
/* harmony export */ });
/* harmony import */ var _model_kv_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50817);

/** Refuses what is no name of a role, an issuer or a mount of Vault: `pki`, `team/pki`. */
function checkVaultPath(text) {
    const parts = text.split('/');
    if (parts.every((part) => /^[A-Za-z0-9_][\w.-]{0,127}$/.test(part)))
        return undefined;
    return { message: 'must be letters, digits, "_", "." and "-", with "/" between parts only' };
}
/** Refuses an address that Vault cannot be asked at. */
function checkVaultAddress(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const form = 'Write it as https://vault.example.com:8200, without a user, a password or a query';
    if (url === undefined || !['http:', 'https:'].includes(url.protocol))
        return { message: 'is not an http or https URL', hint: form };
    if (url.username === '' && url.password === '' && url.search === '')
        return undefined;
    const secret = url.password;
    return { message: 'has a user, a password or a query', hint: form, ...(secret === '' ? {} : { secret }) };
}
/** Refuses what is no document of a KV engine: its mount alone, or a key in it. */
function checkKvPath(text) {
    const parts = text.replace(/^\/+|\/+$/g, '').split('/');
    const hint = 'Write MOUNT/data/PATH, for example secret/data/mcp; its keys are the names';
    if (text.includes('#'))
        return { message: 'names a key, and the keys are the names of secrets', hint };
    if (parts.length < 2)
        return { message: 'must be a mount and a path in it', hint };
    if (parts.some((part) => ['', '.', '..'].includes(part)))
        return { message: 'has an empty part, "." or ".."', hint };
    return (0,_model_kv_place_js__WEBPACK_IMPORTED_MODULE_0__/* .readKvPlace */ .$)(text) === undefined ? { message: 'is no path in Vault', hint } : undefined;
}
const secondsIn = { s: 1, m: 60, h: 3600, d: 86_400 };
/** Refuses what is no life of a certificate as Vault writes it. */
function checkTtl(text) {
    const seconds = ttlInSeconds(text);
    if (seconds !== undefined && seconds >= 3600)
        return undefined;
    return { message: 'must be an hour or more: a whole number and s, m, h or d', hint: 'For example 720h or 30d' };
}
/** Seconds of `720h`; undefined for what is none. */
function ttlInSeconds(text) {
    const [, count, unit] = /^([1-9]\d{0,8})([smhd])$/.exec(text) ?? [];
    const factor = secondsIn[unit ?? ''];
    return factor === undefined ? undefined : Number(count) * factor;
}


/***/ }),

/***/ 48346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D2: () => (/* binding */ checkDomain),
/* harmony export */   RT: () => (/* binding */ checkStage),
/* harmony export */   RX: () => (/* binding */ checkWord),
/* harmony export */   St: () => (/* binding */ checkPlainName),
/* harmony export */   nf: () => (/* binding */ checkProgram),
/* harmony export */   oF: () => (/* binding */ checkPlatform)
/* harmony export */ });
/** Refuses NUL, which ends every argument in the kernel. */
function checkWord(text) {
    return text.includes('\0') ? { message: 'holds a NUL character' } : undefined;
}
/** Refuses what is no platform of an image. */
function checkPlatform(text) {
    if (/^[a-z0-9]+\/[a-z0-9_]+(\/v[0-9]+)?$/.test(text))
        return undefined;
    return { message: 'is not a platform: os/architecture', hint: 'For example linux/amd64' };
}
/** Refuses what is no name of a build stage. */
function checkStage(text) {
    if (/^[A-Za-z0-9][\w.-]{0,127}$/.test(text))
        return undefined;
    return { message: 'is not a name of a build stage: letters, digits, "_", "." and "-"' };
}
/** Refuses names that programs could read as options or that break tables. */
function checkPlainName(text) {
    if (/^[A-Za-z0-9][\w.-]{0,127}$/.test(text))
        return undefined;
    return { message: 'must be letters, digits, "_", "." and "-", beginning with a letter or digit' };
}
/** Refuses what is no name or path of a program. */
function checkProgram(text) {
    if (/^\/?[A-Za-z0-9_.][\w./+-]*$/.test(text))
        return undefined;
    return { message: 'must be docker, podman, or the path of one of them' };
}
/** Refuses what is no DNS domain. */
function checkDomain(text) {
    const label = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
    return new RegExp(`^${label}(\\.${label})*$`).test(text) ? undefined : { message: 'is not a domain name' };
}


/***/ }),

/***/ 70743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cq: () => (/* binding */ anyFields),
/* harmony export */   FI: () => (/* binding */ affinity),
/* harmony export */   O: () => (/* binding */ egressRule),
/* harmony export */   O5: () => (/* binding */ volumeSource),
/* harmony export */   Y3: () => (/* binding */ toleration),
/* harmony export */   lT: () => (/* binding */ topologySpread),
/* harmony export */   vm: () => (/* binding */ policyPeer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12311);
/* harmony import */ var _grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90179);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51321);



/** Fields of core/v1, networking/v1 at the places where the user writes them as Kubernetes has them (API of 1.34). */
const tolerationFields = ['key', 'operator', 'value', 'effect', 'tolerationSeconds'];
const affinityFields = ['nodeAffinity', 'podAffinity', 'podAntiAffinity'];
const spreadFields = [
    'maxSkew',
    'topologyKey',
    'whenUnsatisfiable',
    'labelSelector',
    'minDomains',
    'matchLabelKeys',
    'nodeAffinityPolicy',
    'nodeTaintsPolicy',
];
const peerFields = ['podSelector', 'namespaceSelector', 'ipBlock'];
const egressFields = ['to', 'ports'];
const volumeSources = [
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'fc',
    'flexVolume',
    'hostPath',
    'image',
    'iscsi',
    'nfs',
    'persistentVolumeClaim',
    'projected',
    'secret',
    'awsElasticBlockStore',
    'azureDisk',
    'azureFile',
    'cephfs',
    'cinder',
    'gcePersistentDisk',
    'glusterfs',
    'portworxVolume',
    'rbd',
    'vsphereVolume',
];
/** Maps whose first level is checked, for a typo there is silently dropped or refused late; what is below is the API server's to judge. */
const toleration = passedThrough(tolerationFields, 'a toleration');
const affinity = passedThrough(affinityFields, 'an affinity');
const topologySpread = passedThrough(spreadFields, 'a topology spread constraint');
const policyPeer = passedThrough(peerFields, 'a NetworkPolicyPeer');
const egressRule = passedThrough(egressFields, 'a NetworkPolicyEgressRule');
const volumeSource = passedThrough(volumeSources, 'a volume');
/** A map of which nothing is known here. */
const anyFields = (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .freeMap */ .vc)(zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(), 'fields');
function passedThrough(fields, of) {
    return (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .freeMap */ .vc)(zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(), `fields of ${of}`, (0,_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(fields, of));
}


/***/ }),

/***/ 52002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ plugin),
/* harmony export */   JS: () => (/* binding */ gateway),
/* harmony export */   nI: () => (/* binding */ modes),
/* harmony export */   u5: () => (/* binding */ registry)
/* harmony export */ });
/* unused harmony export componentShape */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12311);
/* harmony import */ var _grammar_git_ref_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75839);
/* harmony import */ var _grammar_host_port_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(61201);
/* harmony import */ var _grammar_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36942);
/* harmony import */ var _grammar_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71703);
/* harmony import */ var _grammar_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41691);
/* harmony import */ var _grammar_quantity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97310);
/* harmony import */ var _grammar_words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48346);
/* harmony import */ var _expose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56801);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51321);
/* harmony import */ var _pod_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(15182);











const scalar = zod__WEBPACK_IMPORTED_MODULE_7__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_7__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_7__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_7__/* .boolean */ .zMY()], { error: 'must be text, a number or true/false' });
const builtHere = 'honoured; without a registry for kind, k3d and minikube only';
const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
/** A component's own registry: what it does not say, the top-level registry says. */
const registry = (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .section */ .uW)({
    enabled: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().optional(), {
        about: 'Names images after this registry and pushes them to it; false when nobody says.',
        example: true,
    }),
    url: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .checkRegistryUrl */ .Z).optional(), {
        about: 'Registry host, without a scheme. Log in with the engine before a deploy.',
        example: 'ghcr.io',
    }),
    namespace: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .checkRegistryNamespace */ .Tq).optional(), {
        about: 'Organisation or project in the registry.',
        example: 'yourorg/mcp',
    }),
    push: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().optional(), { about: 'Pushes what was built; true when nobody says.', example: true }),
    image_pull_policy: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(pullPolicies).optional(), {
        about: 'Pull policy of components that name none.',
        example: 'IfNotPresent',
    }),
});
/** Keys that gateway and plugins share. */
const componentShape = {
    image: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .checkImageReference */ .rd).optional(), {
        about: 'A prebuilt image. Excludes repo and path.',
        example: 'ghcr.io/ibm/mcp-context-forge:1.0.7',
        compose: 'deployed by digest',
        kubernetes: 'deployed by digest',
    }),
    repo: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)().optional(), {
        about: 'Git repository to build from: https or ssh. Excludes image and path.',
        example: 'https://github.com/yourorg/mcp-opa-plugin.git',
        kubernetes: builtHere,
    }),
    ref: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_git_ref_js__WEBPACK_IMPORTED_MODULE_8__/* .checkGitRef */ .w).optional(), {
        about: 'Branch, tag or commit of repo; `main` when absent.',
        example: 'v1.0.0',
    }),
    path: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFilePath */ .QI).optional(), {
        about: 'A folder beside this file to build from. Excludes image and repo.',
        example: './plugins/opa',
        kubernetes: builtHere,
    }),
    context: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkInnerPath */ .sA).default('.'), {
        about: 'Build context: a folder inside repo or path.',
        example: 'plugins/opa',
    }),
    containerfile: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkInnerPath */ .sA).optional(), {
        about: 'Build file inside the context; `Containerfile` when absent.',
        example: 'Containerfile',
    }),
    target: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_words_js__WEBPACK_IMPORTED_MODULE_9__/* .checkStage */ .RT).optional(), { about: 'Stage of the build file to build.', example: 'runtime' }),
    build_args: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .freeMap */ .vc)(scalar, 'build arguments', _grammar_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkVariableName */ .m2).default({}), {
        about: 'Build arguments. They are kept in the image: never a secret.',
        example: { PYTHON_VERSION: '3.12' },
    }),
    platforms: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_words_js__WEBPACK_IMPORTED_MODULE_9__/* .checkPlatform */ .oF), 'platforms').default([]), {
        about: "Platforms to build for; the engine's own when empty.",
        example: ['linux/amd64', 'linux/arm64'],
        compose: 'several need a registry',
    }),
    submodules: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().default(false), { about: 'Fetches the git submodules of repo.', example: true }),
    registry: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)(registry.optional(), {
        about: 'Registry of this component; its keys win over the top-level registry.',
        example: { enabled: true, url: 'ghcr.io', namespace: 'yourorg' },
    }),
    image_pull_policy: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(pullPolicies).optional(), {
        about: 'When the image is pulled; IfNotPresent when nothing else says.',
        example: 'IfNotPresent',
    }),
    service_type: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['ClusterIP', 'NodePort', 'LoadBalancer']).default('ClusterIP'), {
        about: 'How the Service is reached.',
        example: 'ClusterIP',
        compose: 'ignored: host_port publishes; a warning for NodePort and LoadBalancer',
    }),
    service_port: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .port */ .Oh)().optional(), {
        about: 'Port of the Service; the same as port when absent.',
        example: 4444,
        compose: 'ignored',
    }),
    host_port: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)(zod__WEBPACK_IMPORTED_MODULE_7__/* .union */ .KCZ([(0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .port */ .Oh)(), (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_host_port_js__WEBPACK_IMPORTED_MODULE_10__/* .checkHostPort */ .m)], { error: 'must be a port, or "address:port"' }).optional(), {
        about: 'Port on the host, on 127.0.0.1 unless an address is given.',
        example: '0.0.0.0:4444',
        kubernetes: 'ignored, with a warning: service_type publishes',
    }),
    replicas: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .whole */ .WQ)(1, 1000).default(1), {
        about: 'How many run.',
        example: 2,
        compose: 'one runs; a warning above 1',
    }),
    memory_request: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrNumber */ .mV)(_grammar_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .checkMemory */ .Kc).optional(), {
        about: 'Memory that is set aside.',
        example: '256Mi',
        compose: 'mem_reservation',
    }),
    memory_limit: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrNumber */ .mV)(_grammar_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .checkMemory */ .Kc).optional(), {
        about: 'Memory it may use at most.',
        example: '512Mi',
        compose: 'mem_limit',
    }),
    cpu_request: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrNumber */ .mV)(_grammar_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .checkCpu */ .Zj).optional(), {
        about: 'CPU that is set aside.',
        example: '100m',
        compose: 'a reservation, where the engine has them',
    }),
    cpu_limit: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .textOrNumber */ .mV)(_grammar_quantity_js__WEBPACK_IMPORTED_MODULE_3__/* .checkCpu */ .Zj).optional(), {
        about: 'CPU it may use at most.',
        example: '500m',
        compose: 'cpus',
    }),
    env_file: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFilePath */ .QI).optional(), {
        about: 'Environment from a file (dotenv as Compose reads it), inside the folder of this file.',
        example: 'gateway.env',
    }),
    env_vars: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .freeMap */ .vc)(scalar, 'environment variables', _grammar_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkVariableName */ .m2).default({}), {
        about: 'Environment; wins over env_file. Secrets are known by their names and never shown.',
        example: { LOG_LEVEL: 'INFO' },
        compose: 'plain values in the file, secrets by reference',
        kubernetes: 'ConfigMap and Secret',
    }),
    secret_env: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkVariableName */ .m2), 'names').default([]), {
        about: 'Further variables whose values are secret.',
        example: ['SIGNING_SALT'],
    }),
    plain_env: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkVariableName */ .m2), 'names').default([]), {
        about: 'Variables that are not secret although their name looks like it.',
        example: ['TOKEN_EXPIRY'],
    }),
    mtls_enabled: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().optional(), {
        about: "Mutual TLS between gateway and plugins. Default: true for the gateway, the gateway's value for a plugin.",
        example: true,
    }),
    command: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_words_js__WEBPACK_IMPORTED_MODULE_9__/* .checkWord */ .RX), 'words').optional(), {
        about: "Replaces the image's entry point.",
        example: ['python', '-m', 'my_plugin'],
    }),
    args: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_words_js__WEBPACK_IMPORTED_MODULE_9__/* .checkWord */ .RX), 'words').optional(), {
        about: "Replaces the image's arguments.",
        example: ['--verbose'],
    }),
    read_only_root: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().default(true), {
        about: "Mounts the container's root read-only; writable_paths and /tmp stay writable.",
        example: false,
    }),
    writable_paths: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkContainerPath */ .l8), 'paths').default([]), {
        about: 'Folders of the container that stay writable, in memory.',
        example: ['/app/cache'],
        compose: 'tmpfs',
        kubernetes: 'emptyDir',
    }),
    ..._pod_js__WEBPACK_IMPORTED_MODULE_6__/* .podShape */ .j,
};
const gateway = (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .section */ .uW)({
    ...componentShape,
    port: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .port */ .Oh)().default(4444), { about: 'Port the gateway listens on.', example: 4444 }),
    mtls_verify: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().default(true), {
        about: 'The gateway verifies the certificates of plugins.',
        example: true,
    }),
    mtls_check_hostname: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().default(true), {
        about: 'The gateway checks that the certificate carries the name it dialled.',
        example: true,
    }),
    runtime_compat: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().default(true), {
        about: 'With rolling: parallel, mounts a fix that lets calls end before the gateway renews its plugin sessions.',
        example: false,
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_5__/* .ignored */ .PP,
    }),
    expose: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)(_expose_js__WEBPACK_IMPORTED_MODULE_4__/* .expose */ .p.optional(), {
        about: 'The same as expose at the top.',
        example: { host: 'mcp.example.com', via: 'ingress' },
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_5__/* .ignored */ .PP,
    }),
});
const modes = [
    'sequential',
    'transform',
    'audit',
    'concurrent',
    'fire_and_forget',
    'disabled',
    'enforce',
    'permissive',
    'enforce_ignore_error',
];
const plugin = (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .section */ .uW)({
    name: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkPluginName */ .bw), {
        about: "The plugin's own name, as its image knows it; 52 characters at most. Never interpolated.",
        example: 'OPAPluginFilter',
        kubernetes: 'honoured; 49 characters at most with rolling: parallel',
    }),
    ...componentShape,
    port: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .port */ .Oh)().default(8000), {
        about: 'Port the plugin listens on; with mTLS its health is on port + 1000, so 64535 at most.',
        example: 8000,
    }),
    priority: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)(zod__WEBPACK_IMPORTED_MODULE_7__/* .int */ .Whr({ error: 'must be a whole number' }).optional(), {
        about: 'Lower runs first; 100 when absent.',
        example: 10,
    }),
    mode: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(modes).optional(), { about: 'How the gateway runs the plugin.', example: 'sequential' }),
    on_error: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .choice */ .Yq)(['fail', 'ignore', 'disable']).optional(), {
        about: 'What the gateway does when the plugin fails.',
        example: 'fail',
    }),
    plugin_overrides: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .freeMap */ .vc)(zod__WEBPACK_IMPORTED_MODULE_7__/* .unknown */ .L5J(), 'keys of the plugin in plugins-config.yaml').default({}), {
        about: "Further keys of the plugin's entry in plugins-config.yaml: description, hooks, tags, conditions …",
        example: { tags: ['policy'] },
    }),
    expose_port: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().default(false), {
        about: 'Publishes the plugin on the host: host_port, else the first free port from 8000.',
        example: true,
        kubernetes: 'ignored, with a warning: service_type publishes',
    }),
    runtime_compat: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .flag */ .Jt)().default(true), {
        about: "Mounts a two-statement fix for the plugin runtime's mTLS start; off for plugins that are not Python.",
        example: false,
    }),
    healthcheck: (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .key */ .Eb)(zod__WEBPACK_IMPORTED_MODULE_7__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .euz(false), (0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(_grammar_words_js__WEBPACK_IMPORTED_MODULE_9__/* .checkWord */ .RX), 'words').min(1)], {
        error: 'must be false, or a command as a list of words',
    })
        .optional(), {
        about: "Command that tells whether the plugin is healthy; false: none; absent: the runtime's own /health.",
        example: ['python', '/app/health.py'],
    }),
});


/***/ }),

/***/ 56801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ networkPolicy),
/* harmony export */   p: () => (/* binding */ expose)
/* harmony export */ });
/* harmony import */ var _grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90179);
/* harmony import */ var _grammar_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71703);
/* harmony import */ var _grammar_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48346);
/* harmony import */ var _api_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70743);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51321);





/** How the gateway is reached from outside the cluster. */
const expose = (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)({
    host: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(_grammar_words_js__WEBPACK_IMPORTED_MODULE_4__/* .checkDomain */ .D2).optional(), {
        about: 'Host name of the gateway; with `via: route` the cluster chooses one when absent.',
        example: 'mcp.example.com',
    }),
    via: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['ingress', 'httproute', 'route']), {
        about: "The object that is made: an Ingress, a Gateway API HTTPRoute, or OpenShift's Route.",
        example: 'ingress',
    }),
    path: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkUrlPath */ .nm).default('/'), { about: 'Path prefix.', example: '/' }),
    class: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), {
        about: "Ingress class; the cluster's default when absent.",
        example: 'nginx',
    }),
    tls_secret: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), {
        about: "Existing Secret with the host's certificate: Ingress.",
        example: 'mcp-example-com',
    }),
    parent: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)({
        name: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl), { about: 'Name of the Gateway.', example: 'public' }),
        namespace: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(_grammar_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNamespace */ .oO).optional(), {
            about: "Its namespace; the stack's when absent.",
            example: 'gateways',
        }),
        section: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPresent */ .W3).optional(), { about: 'One listener of it.', example: 'https' }),
    }).optional(), { about: 'The Gateway an HTTPRoute attaches to.', example: { name: 'public' } }),
    tls_termination: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(['edge', 'passthrough', 'reencrypt']).default('edge'), {
        about: 'Where TLS ends: Route.',
        example: 'edge',
    }),
    annotations: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .freeMap */ .vc)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(), 'annotations', _grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAnnotationKey */ .Dd).default({}), {
        about: 'Annotations of the object.',
        example: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
    }),
});
/** Who may reach what inside the cluster. */
const networkPolicy = (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .section */ .uW)({
    enabled: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)().default(false), {
        about: "Makes NetworkPolicies: only the gateway reaches a plugin's port, only the gateway the stores.",
        example: true,
    }),
    gateway_from: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(_api_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .policyPeer */ .vm, 'NetworkPolicyPeers').default([]), {
        about: 'Who may reach the gateway; everybody when empty.',
        example: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
    }),
    metrics_from: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(_api_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .policyPeer */ .vm, 'NetworkPolicyPeers').default([]), {
        about: "Who may reach the plugins' port of health and metrics; nobody but the node when empty.",
        example: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
    }),
    egress: (0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(_api_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .egressRule */ .O, 'NetworkPolicyEgressRules').optional(), {
        about: 'What plugins may reach beside DNS; everything when absent, nothing when empty.',
        example: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }],
    }),
});


/***/ }),

/***/ 51321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ key),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Oh: () => (/* binding */ port),
/* harmony export */   PP: () => (/* binding */ ignored),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   mV: () => (/* binding */ textOrNumber),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   uW: () => (/* binding */ section),
/* harmony export */   vc: () => (/* binding */ freeMap),
/* harmony export */   zS: () => (/* binding */ keyFacts)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29396);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);

/** Facts of every key, for the reference page. */
const keyFacts = zod__WEBPACK_IMPORTED_MODULE_0__/* .registry */ .u5();
const honoured = 'honoured';
/** The word of a key that one target has no use for: whoever writes it is told so (rules/target.ts). */
const ignored = 'ignored, with a warning';
/** Gives a key its description and example: nothing is in the schema without them. */
function key(schema, notes) {
    const described = schema.meta({
        description: notes.about,
        examples: [notes.example],
        ...(notes.pattern === undefined ? {} : { pattern: notes.pattern }),
    });
    keyFacts.add(described, { compose: notes.compose ?? honoured, kubernetes: notes.kubernetes ?? honoured });
    return described;
}
/** A text; a grammar says more. */
function text(grammar) {
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP({ error: 'must be text' });
    return grammar === undefined ? schema : schema.check((context) => refuse(context, grammar, context.value));
}
/** A text that YAML may have read as a number: `1`, `0.5`. */
function textOrNumber(grammar) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()], { error: 'must be text or a number' })
        .check((context) => refuse(context, grammar, String(context.value)));
}
/** `true` or `false`, never a text that looks like it. */
function flag() {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'must be true or false' });
}
/** A whole number within limits. */
function whole(least, most) {
    const message = `must be a whole number from ${least} to ${most}`;
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: message }).min(least, { error: message }).max(most, { error: message });
}
/** A TCP port. */
function port() {
    return whole(1, 65535);
}
/** One of a few words, as written. */
function choice(words) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(words, { error: `must be one of ${words.join(', ')}` });
}
/** A list. */
function list(item, of) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item, { error: `must be a list of ${of}` });
}
/** A map with free names. */
function freeMap(value, of, grammar) {
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), value, { error: `must be a map of ${of}, NAME: value` });
    if (grammar === undefined)
        return schema;
    return schema.check((context) => {
        for (const name of Object.keys(context.value)) {
            const refusal = grammar(name);
            if (refusal === undefined)
                continue;
            context.issues.push({
                code: 'custom',
                input: context.value,
                path: [name],
                message: `the name ${refusal.message}`,
                params: { hint: refusal.hint, atKey: true },
            });
        }
    });
}
/** A section with known keys only. */
function section(shape) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(shape, { error: (issue) => (issue.code === 'invalid_type' ? 'must be a map' : undefined) });
}
function refuse(context, grammar, value) {
    const refusal = grammar(value);
    if (refusal === undefined)
        return;
    context.issues.push({
        code: 'custom',
        input: context.value,
        message: refusal.message,
        params: { hint: refusal.hint, secret: refusal.secret },
    });
}


/***/ }),

/***/ 15182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ storePodShape),
/* harmony export */   j: () => (/* binding */ podShape)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12311);
/* harmony import */ var _grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90179);
/* harmony import */ var _grammar_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41691);
/* harmony import */ var _grammar_quantity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97310);
/* harmony import */ var _api_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70743);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51321);






/** Kubernetes keeps users in 64 bits, Linux in 32. */
const maxUser = 2_147_483_647;
const volume = (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .section */ .uW)({
    name: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkVolumeName */ .gC), { about: 'Name of the volume in the pod.', example: 'policies' }),
    mount_path: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .checkContainerPath */ .l8), { about: 'Where the container sees it.', example: '/app/policies' }),
    sub_path: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .checkInnerPath */ .sA).optional(), {
        about: 'One file or folder of the volume.',
        example: 'policy.rego',
    }),
    read_only: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)().optional(), {
        about: 'Mounts it read-only; true when absent, but for empty_dir.',
        example: false,
    }),
    config_map: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), {
        about: 'Name of an existing ConfigMap. A volume has exactly one of config_map, secret, claim, empty_dir, source.',
        example: 'opa-policies',
    }),
    secret: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), { about: 'Name of an existing Secret.', example: 'opa-licence' }),
    claim: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), {
        about: 'Name of an existing PersistentVolumeClaim.',
        example: 'signatures',
    }),
    empty_dir: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)(zod__WEBPACK_IMPORTED_MODULE_5__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .euz(true), (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .textOrNumber */ .mV)(_grammar_quantity_js__WEBPACK_IMPORTED_MODULE_2__/* .checkStorage */ .sl)], { error: 'must be true or a size' }).optional(), { about: 'A folder that lives as long as the pod: true, or its largest size.', example: '1Gi' }),
    source: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)(_api_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .volumeSource */ .O5.optional(), {
        about: "Any other source, in Kubernetes' own words.",
        example: { csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true } },
    }),
});
/** What pods get on Kubernetes only; gateway and plugins share it. */
const podShape = {
    labels: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .freeMap */ .vc)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkLabelValue */ .AB), 'labels', _grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkLabelKey */ .Qe).default({}), {
        about: 'Further labels of the pods and of the workload.',
        example: { team: 'platform' },
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    annotations: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .freeMap */ .vc)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(), 'annotations', _grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAnnotationKey */ .Dd).default({}), {
        about: 'Further annotations of the pods.',
        example: { 'prometheus.io/scrape': 'true' },
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    node_selector: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .freeMap */ .vc)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkLabelValue */ .AB), 'labels of nodes', _grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkQualifiedName */ .iS).default({}), {
        about: 'Labels of the nodes it may run on.',
        example: { 'kubernetes.io/arch': 'amd64' },
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    tolerations: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(_api_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .toleration */ .Y3, 'tolerations').default([]), {
        about: "Taints it may run on, in Kubernetes' own words.",
        example: [{ key: 'dedicated', operator: 'Equal', value: 'mcp', effect: 'NoSchedule' }],
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    affinity: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)(_api_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .affinity */ .FI.optional(), {
        about: "Where it runs beside what, in Kubernetes' own words.",
        example: { podAntiAffinity: {} },
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    topology_spread: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(_api_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .topologySpread */ .lT, 'topology spread constraints').default([]), {
        about: "How its pods are spread, in Kubernetes' own words.",
        example: [{ maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' }],
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    priority_class: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), {
        about: 'An existing PriorityClass.',
        example: 'high',
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    service_account: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), {
        about: "An existing ServiceAccount; the stack's own, without a token, when absent.",
        example: 'mcp-plugins',
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    image_pull_secrets: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl), 'names of Secrets').default([]), {
        about: 'Existing Secrets this component pulls with, beside those of deployment.',
        example: ['regcred'],
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    existing_secret: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(_grammar_kubernetes_js__WEBPACK_IMPORTED_MODULE_0__/* .checkObjectName */ .Rl).optional(), {
        about: 'An existing Secret whose keys become environment variables.',
        example: 'opa-credentials',
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    run_as_user: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .whole */ .WQ)(1, maxUser).optional(), {
        about: 'Number of the user it runs as, for images whose user is a name.',
        example: 1001,
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
        kubernetes: 'honoured; on OpenShift ignored, with a warning',
    }),
    volumes: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(volume, 'volumes, each with name and mount_path').default([]), {
        about: 'Further volumes.',
        example: [{ name: 'policies', mount_path: '/app/policies', config_map: 'opa-policies' }],
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
    autoscaling: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .flag */ .Jt)().default(false), {
        about: 'Leaves the number of pods to an autoscaler of your own: replicas is never written.',
        example: true,
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
    }),
};
/** What Postgres and Redis take of that: one pod each, of an image whose volumes and variables are known here. */
const storePodShape = {
    labels: podShape.labels,
    annotations: podShape.annotations,
    node_selector: podShape.node_selector,
    tolerations: podShape.tolerations,
    affinity: podShape.affinity,
    priority_class: podShape.priority_class,
    service_account: podShape.service_account,
    image_pull_secrets: podShape.image_pull_secrets,
    run_as_user: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .key */ .Eb)((0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .whole */ .WQ)(1, maxUser).optional(), {
        about: "Number of the image's user; known for the official and the sclorg images.",
        example: 999,
        compose: _keys_js__WEBPACK_IMPORTED_MODULE_4__/* .ignored */ .PP,
        kubernetes: 'honoured; on OpenShift ignored, with a warning',
    }),
};


/***/ }),

/***/ 55449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ stackShape)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/js/config/grammar/paths.js
var paths = __webpack_require__(41691);
// EXTERNAL MODULE: ./build/js/config/grammar/kubernetes.js
var kubernetes = __webpack_require__(90179);
// EXTERNAL MODULE: ./build/js/config/grammar/words.js
var words = __webpack_require__(48346);
// EXTERNAL MODULE: ./build/js/config/schema/keys.js
var keys = __webpack_require__(51321);
// EXTERNAL MODULE: ./build/js/model/stack-secrets.js
var stack_secrets = __webpack_require__(61584);
// EXTERNAL MODULE: ./build/js/config/grammar/secret-place.js
var secret_place = __webpack_require__(69765);
// EXTERNAL MODULE: ./build/js/config/grammar/vault.js
var vault = __webpack_require__(3339);
;// CONCATENATED MODULE: ./build/js/config/schema/secrets.js







const commandWords = () => (0,keys/* list */.p_)((0,keys/* text */.Qq)(words/* checkWord */.RX), 'words').min(1);
/** Where a secret is: `provider:place`, or the words of a program. */
const secretPlace = schemas/* union */.KCZ([
    (0,keys/* text */.Qq)(secret_place/* checkSecretPlace */.qV),
    (0,keys/* section */.uW)({
        command: (0,keys/* key */.Eb)(commandWords(), {
            about: 'A program that prints the value; started without a shell, in the folder of the file.',
            example: ['op', 'read', 'op://prod/mcp/jwt'],
        }),
    }),
], { error: 'must be a place like vault:secret/data/mcp#jwt, or {command: [program, words …]}' });
/** `ci_cd.secrets`: the places that secrets are kept in. */
const secretSources = (0,keys/* section */.uW)({
    providers: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* choice */.Yq)(stack_secrets/* secretProviderNames */.Y), 'providers').min(1).optional(), {
        about: 'Asked in this order for a name without `from`; without it the environment, then those below that say where names are.',
        example: ['environment', 'vault'],
    }),
    env_files: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI), 'files').default([]), {
        about: 'Files of NAME=value lines, outside the repository; an overlay may name others. The last that has a name wins.',
        example: ['secrets/prod.env'],
    }),
    files: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        folder: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI), { about: 'Folder with one file per name.', example: '/run/secrets' }),
    }).optional(), { about: 'Files that hold one value each.', example: { folder: '/run/secrets' } }),
    command: (0,keys/* key */.Eb)(commandWords().optional(), {
        about: 'A program that prints the value of `{name}`.',
        example: ['doppler', 'secrets', 'get', '{name}', '--plain'],
    }),
    vault: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        address: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(vault/* checkVaultAddress */.nq).optional(), {
            about: 'Where Vault is; VAULT_ADDR when absent.',
            example: 'https://vault.example.com:8200',
        }),
        namespace: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkWord */.RX).optional(), {
            about: 'Namespace (Vault Enterprise); VAULT_NAMESPACE when absent.',
            example: 'platform',
        }),
        auth: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(['token', 'approle', 'jwt']).optional(), {
            about: 'Log in: token is VAULT_TOKEN, approle VAULT_ROLE_ID and VAULT_SECRET_ID, jwt the identity token of the CI job; when absent the first of these that is there.',
            example: 'jwt',
        }),
        role: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St).optional(), { about: 'Role of `auth: jwt`.', example: 'deploy' }),
        mount: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkWord */.RX).optional(), {
            about: 'Where the way to log in is mounted; its own name when absent.',
            example: 'jwt-github',
        }),
        audience: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkWord */.RX).optional(), {
            about: 'Audience that the identity token is asked for; the address when absent.',
            example: 'https://vault.example.com',
        }),
        path: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(vault/* checkKvPath */.x).optional(), {
            about: 'KV path whose keys are names of secrets.',
            example: 'secret/data/mcp',
        }),
    }).prefault({}), {
        about: 'HashiCorp Vault: KV version 1 and 2.',
        example: { address: 'https://vault.example.com:8200', auth: 'jwt' },
    }),
    aws: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        region: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkWord */.RX).optional(), { about: 'Region; AWS_REGION when absent.', example: 'eu-central-1' }),
        profile: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkWord */.RX).optional(), {
            about: 'Profile of the shared configuration; AWS_PROFILE when absent.',
            example: 'prod',
        }),
        endpoint: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkWord */.RX).optional(), {
            about: "Another address than AWS's own: a VPC endpoint.",
            example: 'https://vpce-0a1b.secretsmanager.eu-central-1.vpce.amazonaws.com',
        }),
        secret: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(secret_place/* checkAwsSecret */.AL).optional(), {
            about: 'Name or ARN of the secret whose JSON keys are names.',
            example: 'prod/mcp',
        }),
    }).prefault({}), { about: 'AWS Secrets Manager.', example: { region: 'eu-central-1', secret: 'prod/mcp' } }),
    kubernetes: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        secret: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St).optional(), {
            about: 'Secret in the namespace whose keys are names; pods refer to it, nothing is copied.',
            example: 'mcp-secrets',
        }),
    }).prefault({}), {
        about: 'Secrets that are in the target namespace already.',
        example: { secret: 'mcp-secrets' },
        compose: 'refused',
    }),
});

;// CONCATENATED MODULE: ./build/js/config/schema/vault-authority.js



/** `certificates.vault`: the PKI engine that signs. */
const vaultAuthority = (0,keys/* section */.uW)({
    mount: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(vault/* checkVaultPath */.af).default('pki'), { about: 'Where the PKI engine is mounted.', example: 'pki' }),
    role: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St), {
        about: "Role that signs the plugins' server certificates: server_flag=true client_flag=false.",
        example: 'mcp-server',
    }),
    client_role: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St), {
        about: "Role that signs the gateway's client certificate: server_flag=false client_flag=true. A role signs for one use only, and no certificate may serve both.",
        example: 'mcp-client',
    }),
    issuer: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St).optional(), {
        about: "Issuer of the mount, by name or id; the mount's default when absent.",
        example: 'mcp-2026',
    }),
    ttl: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(vault/* checkTtl */.zx).optional(), {
        about: 'Life to ask for; validity_days when absent. What the role or the mount gives may be less.',
        example: '720h',
    }),
});

;// CONCATENATED MODULE: ./build/js/config/schema/certificates.js






/** How certificates come about and where their files are. */
const certificates = (0,keys/* section */.uW)({
    authority: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(['local', 'env', 'external', 'vault', 'cert-manager']).default('local'), {
        about: "Who signs: a CA of the stack, one that is given (CA_CERT and CA_KEY, or ca_secret), a signer outside, Vault's PKI engine, or cert-manager.",
        example: 'local',
        compose: 'cert-manager: refused',
    }),
    ca_secret: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        certificate: (0,keys/* key */.Eb)(secretPlace, {
            about: 'Where the CA certificate is, the ones above it behind it.',
            example: 'vault:secret/data/mcp/ca#cert',
        }),
        key: (0,keys/* key */.Eb)(secretPlace, { about: 'Where its private key is.', example: 'vault:secret/data/mcp/ca#key' }),
    }).optional(), {
        about: 'With `authority: env`: where the CA pair is, instead of CA_CERT and CA_KEY; written as `from` of a secret.',
        example: { certificate: 'vault:secret/data/mcp/ca#cert', key: 'vault:secret/data/mcp/ca#key' },
    }),
    auto_generate: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), {
        about: 'Issues what is missing. False: the files must be at the three paths.',
        example: true,
    }),
    validity_days: (0,keys/* key */.Eb)((0,keys/* whole */.WQ)(1, 825).default(90), { about: 'Life of a certificate; a warning above 398.', example: 90 }),
    renew_before_days: (0,keys/* key */.Eb)((0,keys/* whole */.WQ)(0, 824).optional(), {
        about: 'Renewed by a deploy when fewer days are left; a third of the life when absent.',
        example: 30,
    }),
    key_algorithm: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(['ecdsa-p256', 'rsa-2048', 'rsa-3072', 'rsa-4096']).default('ecdsa-p256'), {
        about: 'Kind of key.',
        example: 'ecdsa-p256',
    }),
    ca_storage: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(['target', 'files', 'none']).default('target'), {
        about: "Where the local CA's key is kept.",
        example: 'target',
        compose: 'target: the state volume',
        kubernetes: 'target: a Secret no pod mounts',
    }),
    ca_path: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).default('./certs/mcp/ca'), {
        about: 'Folder of the CA.',
        example: './certs/mcp/ca',
    }),
    gateway_path: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).default('./certs/mcp/gateway'), {
        about: "Folder of the gateway's client certificate.",
        example: './certs/mcp/gateway',
    }),
    plugins_path: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).default('./certs/mcp/plugins'), {
        about: 'Folder with one folder per plugin.',
        example: './certs/mcp/plugins',
    }),
    external: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        command: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(words/* checkWord */.RX), 'words').min(1).optional(), {
            about: 'A program that signs: the request on its stdin, the chain on its stdout. Without it requests are written.',
            example: ['./sign-with-venafi.sh', 'mcp-zone'],
        }),
        timeout: (0,keys/* key */.Eb)((0,keys/* whole */.WQ)(1, 3600).default(120), {
            about: 'How long the program may take for one request, in seconds.',
            example: 120,
        }),
        folder: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).default('./certs/mcp/requests'), {
            about: 'Where the requests are written to, and certs import looks for the signed chains.',
            example: './certs/mcp/requests',
        }),
        ca_file: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).optional(), {
            about: 'Root certificates that signed chains must end at. Without it: the root that comes with a chain.',
            example: './company-root.pem',
        }),
    }).optional(), { about: 'With authority: external, how the signer is reached.', example: { ca_file: './company-root.pem' } }),
    vault: (0,keys/* key */.Eb)(vaultAuthority.optional(), {
        about: 'With `authority: vault`: who signs. Where Vault is and how to log in: ci_cd.secrets.vault.',
        example: { mount: 'pki', role: 'mcp-server', client_role: 'mcp-client' },
    }),
    use_cert_manager: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(false), {
        about: 'The same as authority: cert-manager.',
        example: false,
        compose: 'refused',
    }),
    cert_manager_issuer: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkObjectName */.Rl).default('mcp-ca-issuer'), {
        about: "Name of cert-manager's issuer; it must fill `ca.crt`, as CA and Vault issuers do.",
        example: 'mcp-ca-issuer',
        compose: keys/* ignored */.PP,
    }),
    cert_manager_kind: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkKind */.pK).default('Issuer'), {
        about: "Kind of cert-manager's issuer: Issuer, ClusterIssuer, or one of cert_manager_group.",
        example: 'ClusterIssuer',
        compose: keys/* ignored */.PP,
    }),
    cert_manager_group: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkDomain */.D2).default('cert-manager.io'), {
        about: "API group of cert-manager's issuer; another one for an external issuer.",
        example: 'cert-manager.io',
        compose: keys/* ignored */.PP,
    }),
});

// EXTERNAL MODULE: ./build/js/model/layer-cache.js
var layer_cache = __webpack_require__(6966);
// EXTERNAL MODULE: ./build/js/config/grammar/image-reference.js
var image_reference = __webpack_require__(36942);
// EXTERNAL MODULE: ./build/js/config/grammar/names.js
var names = __webpack_require__(71703);
// EXTERNAL MODULE: ./build/js/config/grammar/quantity.js
var quantity = __webpack_require__(97310);
;// CONCATENATED MODULE: ./build/js/config/schema/ci-cd.js









const secretDeclaration = schemas/* union */.KCZ([
    (0,keys/* text */.Qq)(names/* checkVariableName */.m2),
    (0,keys/* section */.uW)({
        name: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(names/* checkVariableName */.m2), { about: 'Name of the secret.', example: 'API_KEY' }),
        to: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(checkPluginReference), 'components').default([]), {
            about: 'Components whose environment gets it under its name: `gateway` or names of plugins.',
            example: ['gateway'],
        }),
        from: (0,keys/* key */.Eb)(secretPlace.optional(), {
            about: 'Where it is: environment:NAME, env_file:FILE#NAME, file:PATH, vault:PATH#KEY, aws:NAME#KEY, kubernetes:SECRET#KEY, or {command: [program, words …]}; without it every provider is asked for the name.',
            example: 'vault:secret/data/mcp#api_key',
        }),
    }),
], { error: 'must be a name, or a map with name, to and from' });
/** Secrets, builds and deploys. */
const ciCd = (0,keys/* section */.uW)({
    vault_secrets: (0,keys/* key */.Eb)((0,keys/* list */.p_)(secretDeclaration, 'names of secrets').default([]), {
        about: 'Secrets that come from outside: the environment of this program, or the places of `secrets`.',
        example: ['JWT_SECRET_KEY', { name: 'API_KEY', from: 'vault:secret/data/mcp#api_key', to: ['gateway'] }],
    }),
    secrets: (0,keys/* key */.Eb)(secretSources.optional(), {
        about: 'Where secrets are kept.',
        example: { vault: { address: 'https://vault.example.com:8200', path: 'secret/data/mcp' } },
    }),
    build: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        parallel: (0,keys/* key */.Eb)(schemas/* union */.KCZ([(0,keys/* flag */.Jt)(), (0,keys/* whole */.WQ)(1, 64)], { error: 'must be true, false or a number from 1 to 64' }).default(true), {
            about: 'How many images at once: true is as many as cores, 4 at most; false is 1.',
            example: true,
        }),
        cache: (0,keys/* key */.Eb)(schemas/* union */.KCZ([(0,keys/* flag */.Jt)(), (0,keys/* choice */.Yq)(layer_cache/* cacheModes */.Z)], { error: `must be true, false or one of ${layer_cache/* cacheModes */.Z.join(', ')}` })
            .default(true), {
            about: "Where layers are kept for the next build: gha is GitHub's cache, registry the image's repository or cache_ref, local a folder; true is auto (gha, else registry for images that are pushed, else the builder's own), false is off.",
            example: 'auto',
        }),
        cache_ref: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(image_reference/* checkRepositoryName */.Cg).optional(), {
            about: 'cache: registry: one repository for the layers of all images, one tag each; without it the tag `cache` of each image.',
            example: 'ghcr.io/acme/layers',
        }),
        cache_dir: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).optional(), {
            about: "cache: local: the folder, from the file's own; without it mcp-stack-deploy/layers in the user's cache folder.",
            example: '/var/cache/layers',
        }),
        cache_max_size: (0,keys/* key */.Eb)((0,keys/* textOrNumber */.mV)(quantity/* checkStorage */.sl).default('2Gi'), {
            about: 'cache: local: the most that all images keep; what was not used for longest goes first.',
            example: '5Gi',
        }),
        builder: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St).optional(), {
            about: 'A buildx builder, also a remote one.',
            example: 'remote',
        }),
        insecure_repos: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(words/* checkWord */.RX), 'repositories').default([]), {
            about: 'Repositories that may be plain http, git, file or on this machine: addresses, or their beginning up to a /.',
            example: ['http://git.internal:3000/mcp'],
        }),
        base_images: (0,keys/* key */.Eb)((0,keys/* freeMap */.vc)((0,keys/* text */.Qq)(image_reference/* checkImageReference */.rd), 'image references').default({}), {
            about: 'Replaces base images of build files.',
            example: { 'python:3.12-slim': 'mirror.example.com/python:3.12-slim' },
        }),
        check_base: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(false), {
            about: 'Builds again when a base image has moved.',
            example: true,
        }),
    }).prefault({}), { about: 'How images are built.', example: { parallel: true } }),
    deploy: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        wait: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), { about: 'Waits until every component is ready.', example: true }),
        timeout: (0,keys/* key */.Eb)((0,keys/* whole */.WQ)(1, 86_400).default(300), { about: 'How long to wait, in seconds.', example: 300 }),
        verify: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), { about: 'Proves mTLS and plugins after the deploy.', example: true }),
        roll_back: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), { about: 'Goes back when a deploy fails.', example: true }),
        rolling: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(['in_place', 'parallel']).default('in_place'), {
            about: 'How a changed plugin replaces the old one.',
            example: 'in_place',
            compose: 'in_place only',
            kubernetes: 'parallel: the new revision beside the old; with Postgres no call fails',
        }),
        before: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(words/* checkWord */.RX), 'words').min(1).optional(), {
            about: 'A command that runs before anything is changed: a backup.',
            example: ['./backup.sh'],
        }),
    }).prefault({}), { about: 'How the stack is deployed.', example: { timeout: 300 } }),
});
function checkPluginReference(name) {
    return name === 'gateway' ? undefined : (0,names/* checkPluginName */.bw)(name);
}

// EXTERNAL MODULE: ./build/js/config/schema/component.js
var component = __webpack_require__(52002);
;// CONCATENATED MODULE: ./build/js/config/schema/deployment.js





const pullCredential = (0,keys/* section */.uW)({
    registry: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(image_reference/* checkRegistryUrl */.Z), { about: 'Registry host, without a scheme.', example: 'ghcr.io' }),
    username: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkUsername */.J$), { about: 'User of the registry.', example: 'robot' }),
    password: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkPresent */.W3), {
        about: 'Password or token of the user, by reference.',
        example: '${PULL_TOKEN}',
        kubernetes: 'a Secret',
    }),
});
/** Where the stack runs. */
const deployment = (0,keys/* section */.uW)({
    type: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(['kubernetes', 'compose']), {
        about: 'Where the stack runs.',
        example: 'compose',
    }),
    namespace: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(names/* checkNamespace */.oO).optional(), {
        about: 'Kubernetes namespace, `mcp-gateway` when absent.',
        example: 'mcp-gateway',
        compose: "in the certificates' names; the project's name when project_name is absent",
    }),
    project_name: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(names/* checkProjectName */.xX).optional(), {
        about: "The stack's name; else namespace, else `mcp-gateway`.",
        example: 'mcp-staging',
        compose: 'the Compose project',
        kubernetes: 'the name in labels',
    }),
    container_engine: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkProgram */.nf).optional(), {
        about: 'docker, podman or the path of one; found by itself when absent.',
        example: 'docker',
        kubernetes: 'for building images',
    }),
    docker_context: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St).optional(), {
        about: 'Context of the docker command that reaches the engine.',
        example: 'remote',
        kubernetes: 'for building images',
    }),
    networks: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(words/* checkPlainName */.St), 'networks').default([]), {
        about: 'Existing networks that every component joins, to reach services outside the stack.',
        example: ['databases'],
        kubernetes: 'ignored, with a warning',
    }),
    context: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkContext */.M_).optional(), {
        about: 'Context of the kubeconfig: guards against the wrong cluster. The current one when absent.',
        example: 'staging',
        compose: keys/* ignored */.PP,
    }),
    create_namespace: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), {
        about: 'Makes the namespace where it is not there.',
        example: false,
        compose: keys/* ignored */.PP,
    }),
    image_pull_secrets: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(kubernetes/* checkObjectName */.Rl), 'names of Secrets').default([]), {
        about: 'Existing Secrets that every pod pulls with.',
        example: ['regcred'],
        compose: keys/* ignored */.PP,
    }),
    pull_credentials: (0,keys/* key */.Eb)((0,keys/* list */.p_)(pullCredential, 'credentials').default([]), {
        about: 'Credentials of registries that a pull Secret is made of.',
        example: [{ registry: 'ghcr.io', username: 'robot', password: '${PULL_TOKEN}' }],
        compose: keys/* ignored */.PP,
    }),
    kubectl_proxy: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), {
        about: 'Talks through one `kubectl proxy`; false where a proxy is forbidden: slower.',
        example: false,
        compose: keys/* ignored */.PP,
    }),
    openshift: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        create_routes: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(false), {
            about: 'Makes an OpenShift Route for the gateway.',
            example: true,
            compose: keys/* ignored */.PP,
            kubernetes: 'as expose with via: route; host mcpgateway-<namespace>.<domain>',
        }),
        domain: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkDomain */.D2).optional(), {
            about: "The cluster's apps domain.",
            example: 'apps-crc.testing',
            compose: 'ignored',
        }),
        tls_termination: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(['edge', 'passthrough', 'reencrypt']).default('edge'), {
            about: 'Where TLS ends.',
            example: 'edge',
            compose: 'ignored',
        }),
    }).optional(), {
        about: 'OpenShift: its namespaces choose the users that pods run as.',
        example: { create_routes: true },
        compose: keys/* ignored */.PP,
    }),
});

// EXTERNAL MODULE: ./build/js/config/schema/expose.js
var expose = __webpack_require__(56801);
// EXTERNAL MODULE: ./build/js/config/schema/pod.js
var pod = __webpack_require__(15182);
;// CONCATENATED MODULE: ./build/js/config/schema/infrastructure.js







const limits = {
    memory_request: (0,keys/* key */.Eb)((0,keys/* textOrNumber */.mV)(quantity/* checkMemory */.Kc).optional(), { about: 'Memory that is set aside.', example: '256Mi' }),
    memory_limit: (0,keys/* key */.Eb)((0,keys/* textOrNumber */.mV)(quantity/* checkMemory */.Kc).optional(), { about: 'Memory it may use at most.', example: '512Mi' }),
    cpu_request: (0,keys/* key */.Eb)((0,keys/* textOrNumber */.mV)(quantity/* checkCpu */.Zj).optional(), { about: 'CPU that is set aside.', example: '100m' }),
    cpu_limit: (0,keys/* key */.Eb)((0,keys/* textOrNumber */.mV)(quantity/* checkCpu */.Zj).optional(), { about: 'CPU it may use at most.', example: '500m' }),
};
/** Services the stack brings itself. */
const infrastructure = (0,keys/* section */.uW)({
    postgres: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        enabled: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), { about: 'Runs it; true where the section is written.', example: true }),
        image: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(image_reference/* checkImageReference */.rd).default('docker.io/library/postgres:17'), {
            about: 'PostgreSQL image: the official one or one of sclorg.',
            example: 'quay.io/sclorg/postgresql-15-c9s:c9s',
        }),
        database: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(names/* checkDatabaseName */.PJ).default('mcp'), { about: 'Name of the database.', example: 'mcp' }),
        user: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(names/* checkDatabaseName */.PJ).default('postgres'), { about: 'User of the database.', example: 'postgres' }),
        password: (0,keys/* key */.Eb)((0,keys/* text */.Qq)().optional(), {
            about: "Password; generated once and kept with the stack's state when absent.",
            example: '${DATABASE_PASSWORD}',
            compose: 'by reference, never in a file',
            kubernetes: 'a Secret',
        }),
        storage_size: (0,keys/* key */.Eb)((0,keys/* textOrNumber */.mV)(quantity/* checkStorage */.sl).default('10Gi'), {
            about: 'Size of the volume.',
            example: '10Gi',
            compose: 'ignored: a volume of the engine has no size',
        }),
        storage_class: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(words/* checkPlainName */.St).optional(), {
            about: 'Storage class of the volume claim.',
            example: 'fast',
            compose: keys/* ignored */.PP,
        }),
        data_path: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkContainerPath */.l8).optional(), {
            about: 'Folder in the image that holds the data; known for the official and the sclorg images.',
            example: '/var/lib/postgresql/data',
        }),
        ...pod/* storePodShape */.i,
        ...limits,
    }).optional(), { about: 'A PostgreSQL of the stack; sets DATABASE_URL of the gateway.', example: { enabled: true } }),
    redis: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        enabled: (0,keys/* key */.Eb)((0,keys/* flag */.Jt)().default(true), { about: 'Runs it; true where the section is written.', example: true }),
        image: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(image_reference/* checkImageReference */.rd).default('docker.io/library/redis:7'), {
            about: 'Redis image.',
            example: 'redis:7',
        }),
        ...pod/* storePodShape */.i,
        ...limits,
    }).optional(), { about: 'A Redis of the stack; sets REDIS_URL and CACHE_TYPE of the gateway.', example: { enabled: true } }),
});

// EXTERNAL MODULE: ./build/js/config/schema/api-fields.js
var api_fields = __webpack_require__(70743);
;// CONCATENATED MODULE: ./build/js/config/schema/patches.js




/** Steps of RFC 6902. */
const operations = ['add', 'remove', 'replace', 'move', 'copy', 'test'];
/** A change of rendered objects. */
const patch = (0,keys/* section */.uW)({
    target: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        kind: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkKind */.pK), { about: 'Kind of the objects.', example: 'Deployment' }),
        name: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkObjectName */.Rl).optional(), {
            about: 'Name of one of them, without the hash that ConfigMaps and Secrets carry.',
            example: 'mcpgateway',
        }),
        component: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkPresent */.W3).optional(), {
            about: 'Those of one component: `gateway`, `postgres`, `redis` or the name of a plugin.',
            example: 'gateway',
        }),
    }), { about: 'What is changed; it must meet an object.', example: { kind: 'Deployment', component: 'gateway' } }),
    merge: (0,keys/* key */.Eb)(api_fields/* anyFields */.Cq.optional(), {
        about: 'A strategic merge patch. Excludes json6902.',
        example: { spec: { template: { spec: { terminationGracePeriodSeconds: 120 } } } },
    }),
    json6902: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* section */.uW)({
        op: (0,keys/* key */.Eb)((0,keys/* choice */.Yq)(operations), { about: 'What the step does.', example: 'add' }),
        path: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkPointer */.yU), { about: 'Where.', example: '/spec/template/spec/hostAliases' }),
        value: (0,keys/* key */.Eb)(schemas/* custom */.IeY().optional(), { about: 'For add, replace and test.', example: [] }),
        from: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(kubernetes/* checkPointer */.yU).optional(), { about: 'For move and copy.', example: '/metadata/labels/a' }),
    }), 'steps')
        .min(1)
        .optional(), {
        about: 'Steps of a JSON Patch (RFC 6902). Excludes merge.',
        example: [{ op: 'add', path: '/spec/template/spec/hostAliases', value: [] }],
    }),
});

;// CONCATENATED MODULE: ./build/js/config/schema/stack.js










/** mcp-stack.yaml without its overlays: keys, types, defaults and descriptions. */
const stackShape = (0,keys/* section */.uW)({
    version: (0,keys/* key */.Eb)(schemas/* literal */.euz(1, { error: 'must be 1: this version knows no other' }).optional(), {
        about: 'Version of this format.',
        example: 1,
    }),
    required_version: (0,keys/* key */.Eb)((0,keys/* text */.Qq)().optional(), {
        about: 'Versions of mcp-deploy that may use this file, as a semver range.',
        example: '>=0.1 <1',
    }),
    deployment: (0,keys/* key */.Eb)(deployment, { about: 'Where to deploy.', example: { type: 'compose' } }),
    registry: (0,keys/* key */.Eb)(component/* registry */.u5.optional(), {
        about: 'Registry of all components that name none.',
        example: { enabled: true, url: 'ghcr.io', namespace: 'yourorg' },
    }),
    gateway: (0,keys/* key */.Eb)(component/* gateway */.JS, { about: 'The gateway.', example: { image: 'ghcr.io/ibm/mcp-context-forge:1.0.7' } }),
    plugins: (0,keys/* key */.Eb)((0,keys/* list */.p_)(component/* plugin */.IQ, 'plugins, each with a name').default([]), {
        about: 'External plugins.',
        example: [{ name: 'OPAPluginFilter', repo: 'https://github.com/yourorg/mcp-opa-plugin.git', ref: 'v1.0.0' }],
    }),
    infrastructure: (0,keys/* key */.Eb)(infrastructure.prefault({}), {
        about: 'Services the stack brings itself: off unless written.',
        example: { postgres: {}, redis: {} },
    }),
    certificates: (0,keys/* key */.Eb)(certificates.prefault({}), {
        about: 'Certificates for mutual TLS.',
        example: { validity_days: 90 },
    }),
    ci_cd: (0,keys/* key */.Eb)(ciCd.prefault({}), { about: 'Secrets, builds and deploys.', example: { deploy: { timeout: 300 } } }),
    network: (0,keys/* key */.Eb)((0,keys/* section */.uW)({
        ca_file: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).optional(), {
            about: 'Certificates of a company CA, for every connection.',
            example: './company-ca.pem',
        }),
        offline: (0,keys/* key */.Eb)(schemas/* boolean */.zMY().default(false), {
            about: 'Download no program. Without it the GitHub Action fetches a kubectl, buildx or Compose that is missing, by checksum; no other front ever does.',
            example: true,
        }),
    }).prefault({}), { about: 'How this program reaches others.', example: { ca_file: './company-ca.pem' } }),
    network_policy: (0,keys/* key */.Eb)(expose/* networkPolicy */.H.prefault({}), {
        about: 'Who may reach what inside the cluster.',
        example: { enabled: true },
        compose: keys/* ignored */.PP,
    }),
    expose: (0,keys/* key */.Eb)(expose/* expose */.p.optional(), {
        about: 'How the gateway is reached from outside the cluster.',
        example: { host: 'mcp.example.com', via: 'ingress' },
        compose: keys/* ignored */.PP,
    }),
    patches: (0,keys/* key */.Eb)((0,keys/* list */.p_)(patch, 'patches, each with a target').default([]), {
        about: 'Changes of rendered objects, in order.',
        example: [{ target: { kind: 'Deployment', component: 'gateway' }, merge: { spec: { minReadySeconds: 10 } } }],
        compose: keys/* ignored */.PP,
    }),
    extra_manifests: (0,keys/* key */.Eb)((0,keys/* list */.p_)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI), 'files').default([]), {
        about: 'Files with further objects, inside the folder of this file; applied and pruned with the stack. `${NAME}` stays.',
        example: ['./k8s/service-monitor.yaml'],
        compose: keys/* ignored */.PP,
    }),
    templates_dir: (0,keys/* key */.Eb)((0,keys/* text */.Qq)(paths/* checkFilePath */.QI).optional(), {
        about: 'Folder with templates of your own, by name.',
        example: './templates',
    }),
});


/***/ }),

/***/ 61584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ secretProviderNames)
/* harmony export */ });
/** Words of `from` and of `ci_cd.secrets.providers`. */
const secretProviderNames = ['environment', 'env_file', 'file', 'vault', 'aws', 'kubernetes', 'command'];


/***/ })

};
