export const id = 6867;
export const ids = [6867];
export const modules = {

/***/ 86867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkConfig: () => (/* binding */ checkConfig),
  checkFences: () => (/* binding */ checkFences),
  checkImages: () => (/* binding */ checkImages),
  checkLive: () => (/* binding */ checkLive),
  freezePlan: () => (/* binding */ freezePlan),
  parseFrozenPlan: () => (/* binding */ parseFrozenPlan),
  writeFrozenPlan: () => (/* binding */ writeFrozenPlan)
});

// EXTERNAL MODULE: ./build/js/errors.js
var errors = __webpack_require__(12027);
// EXTERNAL MODULE: ./build/js/model/kubernetes.js
var kubernetes = __webpack_require__(73354);
// EXTERNAL MODULE: ./build/js/model/pending.js
var pending = __webpack_require__(75503);
// EXTERNAL MODULE: ./build/js/model/version.js
var version = __webpack_require__(67360);
;// CONCATENATED MODULE: ./build/js/commands/moved-changes.js
/** What is told of a long list. */
const shown = 3;
/** What two lists of changes differ in, in words: `gateway: update, now unchanged; Namespace/x was to be created and is there now`. */
function movedChanges(before, now) {
    const names = [...new Set([...before, ...now].map(({ component }) => component))];
    const moved = names.flatMap((name) => {
        const [planned, current] = [actionsOf(before, name), actionsOf(now, name)];
        return planned === current ? [] : [describe(name, planned, current)];
    });
    if (moved.length === 0)
        return 'their order';
    const more = moved.length > shown ? [`${moved.length - shown} more`] : [];
    return [...moved.slice(0, shown), ...more].join('; ');
}
/** `rolling: parallel` makes a plugin in one place and removes it from another: two changes of one name. */
const actionsOf = (changes, name) => changes
    .filter(({ component }) => component === name)
    .map(({ action }) => action)
    .sort()
    .join(' and ');
function describe(name, planned, current) {
    // An object without a component (a Namespace) is in no list when nothing is to be done with it.
    const isThere = current === 'unchanged' || current === 'update' || (current === '' && name.includes('/'));
    if (planned === 'create' && isThere)
        return `${name} was to be created and is there now`;
    if (planned === 'delete' && current === '')
        return `${name} was to be removed and is gone now`;
    return `${name}: ${planned || 'not in the plan'}, now ${current || 'none'}`;
}

;// CONCATENATED MODULE: ./build/js/commands/frozen-plan.js





/** Freezes a draft. */
function freezePlan(draft, createdAt) {
    const { plan, live } = draft;
    return {
        apiVersion: 'mcp-stack-deploy/v1',
        kind: 'Plan',
        toolVersion: version/* toolVersion */.f,
        createdAt: createdAt.toISOString(),
        stack: {
            name: plan.stack.name,
            target: plan.stack.target,
            ...(plan.config.environment === undefined ? {} : { environment: plan.config.environment }),
        },
        configDigest: plan.config.digest,
        liveRevision: revisionOf(live),
        live: hashesOf(live),
        ...(live.kubernetes === undefined ? {} : { objects: versionsOf(live.kubernetes) }),
        ...(live.state.fresh ? {} : { wanted: wantedOf(draft) }),
        images: draft.images.map((image) => ({
            component: image.component,
            source: sourceOf(image),
            ...(image.revision === undefined ? {} : { revision: image.revision }),
        })),
        certificates: draft.certificates.certificates.map((entry) => ({
            component: entry.request.component,
            how: entry.how,
            ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        })),
        changes: draft.changes.map(({ component, action }) => ({ component, action })),
    };
}
/** Reads a frozen plan. @throws StackError PLAN_STALE when the text is not one of ours or of a newer version. */
function parseFrozenPlan(text, file) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw notAPlan(file, cause);
    }
    const plan = value;
    if (plan?.apiVersion !== 'mcp-stack-deploy/v1' || plan.kind !== 'Plan' || !Array.isArray(plan.images)) {
        throw notAPlan(file, undefined);
    }
    return plan;
}
function notAPlan(file, cause) {
    return new errors/* StackError */.L({
        code: 'PLAN_STALE',
        message: `${file} is not a plan of mcp-stack-deploy/v1`,
        hint: 'Name a file that mcp-deploy plan -o has written',
        cause,
    });
}
/** A plan may replace a plan, and no other file. @throws StackError USAGE */
async function refuseForeignFile(session, file) {
    const { files } = session.io;
    if (!(await files.exists(file)))
        return;
    try {
        parseFrozenPlan(await files.read(file), file);
    }
    catch (cause) {
        const hint = 'Name another file, e.g. -o plan.json';
        throw new errors/* StackError */.L({ code: 'USAGE', message: `${file} is there already, and no plan`, hint, cause });
    }
}
/** Writes a plan where it was asked for; none that holds a secret, for no deploy will do it. @throws StackError USAGE */
async function writeFrozenPlan(session, draft, file) {
    if (draft.obstacles.some(({ code, severity }) => severity === 'error' && code === 'SECRET_LEAKED'))
        return;
    await refuseForeignFile(session, file);
    const frozen = freezePlan(draft, session.io.clock.now());
    await session.io.files.write(file, `${JSON.stringify(frozen, null, 2)}\n`, 0o644);
    session.io.progress.line(`wrote ${file}`);
}
/** Refuses to act when anything the plan was made from has moved. @throws StackError PLAN_STALE naming every fence. */
function checkFences(frozen, draft, now) {
    const { live } = draft;
    const current = freezePlan(draft, now);
    const moved = [];
    const compare = (fence, before, after) => {
        if (JSON.stringify(before) !== JSON.stringify(after))
            moved.push(fence);
    };
    compare('the stack', frozen.stack, current.stack);
    compare('the configuration', frozen.configDigest, current.configDigest);
    compare(`the live release (${frozen.liveRevision}, now ${current.liveRevision})`, frozen.liveRevision, current.liveRevision);
    moved.push(...movedLive(frozen, live));
    for (const [service, hash] of Object.entries(frozen.wanted ?? {})) {
        const shall = draft.bundle.components.find((component) => component.service === service);
        compare(`what ${service} shall be (a secret's value, a template)`, hash, shall?.hash);
    }
    moved.push(...movedImages(frozen, draft.images));
    compare(`the changes (${movedChanges(frozen.changes, current.changes)})`, frozen.changes, current.changes);
    const ageHours = (now.getTime() - new Date(frozen.createdAt).getTime()) / 3_600_000;
    if (!(ageHours < maxAgeHours))
        moved.push(`its age (${Math.round(ageHours)} hours, ${maxAgeHours} at most)`);
    if (moved.length === 0)
        return;
    throw stale(moved);
}
/** The fences that need no look at anything: what is asked for is still what was planned. @throws StackError PLAN_STALE */
function checkConfig(frozen, plan) {
    const moved = [
        ...(frozen.stack.name === plan.stack.name && frozen.stack.target === plan.stack.target ? [] : ['the stack']),
        ...(frozen.configDigest === plan.config.digest ? [] : ['the configuration']),
    ];
    if (moved.length > 0)
        throw stale(moved);
}
/** What was built is what was planned: a branch or a tag may have moved since the fences were checked. @throws StackError PLAN_STALE */
function checkImages(frozen, images) {
    const moved = movedImages(frozen, images);
    if (moved.length > 0)
        throw stale(moved);
}
/** Under the lock: nobody deployed since the plan was compared. @throws StackError PLAN_STALE */
function checkLive(frozen, live) {
    const moved = [
        ...(revisionOf(live) === frozen.liveRevision ? [] : [`the live release (now ${revisionOf(live)})`]),
        ...movedLive(frozen, live),
    ];
    if (moved.length > 0)
        throw stale(moved);
}
function movedImages(frozen, images) {
    return images.flatMap((image) => {
        const before = frozen.images.find(({ component }) => component === image.component)?.source;
        const now = sourceOf(image);
        return before === now ? [] : [`the source of ${image.component} (${before ?? 'none'}, now ${now})`];
    });
}
function sourceOf({ reference, sourceKey }) {
    return sourceKey ?? ((0,pending/* isPending */.m)(reference) ? reference.key : reference);
}
/** What is not any more as it was: objects by name where the target has objects. */
function movedLive(frozen, live) {
    const same = JSON.stringify(hashesOf(live)) === JSON.stringify(frozen.live);
    const before = frozen.objects ?? {};
    const now = live.kubernetes === undefined ? {} : versionsOf(live.kubernetes);
    const objects = [...new Set([...Object.keys(before), ...Object.keys(now)])]
        .filter((object) => before[object] !== now[object])
        .map((object) => `the live object ${object}`);
    return same || objects.length > 0 ? objects : ['what runs now'];
}
function hashesOf(live) {
    return Object.fromEntries(live.components.map((component) => [component.service, component.hash ?? 'foreign']));
}
/**
 * The generation moves with the specification, the resource version with the status too; so a claim, whose status moves by
 * itself, is known by its uid. Our own records move with everything we do; the release number stands for them.
 */
function versionsOf({ objects }) {
    const contentNamed = new Set(['ConfigMap', 'Secret']);
    const own = Object.values(kubernetes/* stateNames */.U0);
    const versions = objects
        .filter(({ name }) => !own.includes(name))
        .map(({ generation, kind, name, resourceVersion, uid }) => {
        if (contentNamed.has(kind))
            return [`${kind}/${name}`, 'there'];
        if (kind === 'PersistentVolumeClaim')
            return [`${kind}/${name}`, uid];
        return [`${kind}/${name}`, generation === undefined ? resourceVersion : String(generation)];
    });
    return Object.fromEntries(versions.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
function wantedOf({ bundle }) {
    const complete = bundle.components.filter(({ pending }) => pending.length === 0);
    return Object.fromEntries(complete.map(({ hash, service }) => [service, hash]));
}
function revisionOf(live) {
    return live.state.releases.at(-1)?.revision ?? 0;
}
function stale(moved) {
    return new errors/* StackError */.L({
        code: 'PLAN_STALE',
        message: `the plan does not hold any more: ${moved.join(', ')} changed since it was made`,
        hint: 'Make a new plan and have it approved: mcp-deploy plan -o plan.json',
    });
}
/** A week: an approval older than that was given for another world. */
const maxAgeHours = 168;


/***/ }),

/***/ 73354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ slots),
/* harmony export */   T5: () => (/* binding */ objectKey),
/* harmony export */   U0: () => (/* binding */ stateNames),
/* harmony export */   r$: () => (/* binding */ objectLabels),
/* harmony export */   wM: () => (/* binding */ fieldManager)
/* harmony export */ });
/** Labels and annotations by which a stack's objects are found again; the templates write the same words. */
const objectLabels = {
    /** Label of every object: the stack's name. */
    stack: 'mcp-stack.dev/stack',
    /** Label of objects and pods: the component's DNS name, since a label takes no other characters. */
    component: 'mcp-stack.dev/component',
    /** Annotation of objects and pods: the component's name as the user wrote it. */
    name: 'mcp-stack.dev/name',
    /** Label of workloads and pods: `gateway`, `plugin`, `postgres`, `redis`. */
    role: 'mcp-stack.dev/role',
    /** Annotation of every object: hash of what we want of it. Label of pods: hash of the pod template. */
    hash: 'mcp-stack.dev/hash',
    /** Label of workloads, pods and Services of `rolling: parallel`: `r1`, `r2`, `r3`. */
    revision: 'mcp-stack.dev/revision',
    /** Annotation of cert-manager's Certificates: what it was asked for (requestMark). */
    request: 'mcp-stack.dev/request',
    /** Annotation of pods whose certificate the target keeps: fingerprints of the leaf and of what it trusts. */
    certificate: 'mcp-stack.dev/certificate',
};
/** `rolling: parallel`: the places in which revisions of a plugin take turns; its certificate names them all (plan/certificates.ts). */
const slots = ['r1', 'r2', 'r3'];
/** The name under which our fields are known to the API server. */
const fieldManager = 'mcp-stack-deploy';
/** The stack's own objects in its namespace; fixed names, so that a Role can name them. */
const stateNames = { state: 'mcp-stack-state', history: 'mcp-stack-history', lock: 'mcp-stack-lock' };
/** The key under which an object is known everywhere. */
function objectKey(object) {
    return `${object.apiVersion}/${object.kind}/${object.name}`;
}


/***/ })

};
