/** The parts of Kubernetes objects that are read here, under the API's own names. */
export interface KubeObject {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata: ObjectMeta
}

export interface ObjectMeta {
  readonly name: string
  readonly namespace?: string
  readonly uid?: string
  readonly resourceVersion?: string
  readonly generation?: number
  readonly creationTimestamp?: string
  readonly deletionTimestamp?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly ownerReferences?: readonly { readonly kind: string; readonly name: string; readonly uid: string }[]
  readonly managedFields?: readonly ManagedFields[]
}

export interface ManagedFields {
  readonly manager?: string
  readonly operation?: string
  readonly time?: string
  readonly apiVersion?: string
  readonly subresource?: string
  readonly fieldsV1?: Readonly<Record<string, unknown>>
}

export interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
}

export interface Pod extends KubeObject {
  readonly spec: {
    readonly nodeName?: string
    readonly containers: readonly PodContainer[]
    readonly initContainers?: readonly PodContainer[]
  }
  readonly status?: {
    readonly phase?: string
    readonly startTime?: string
    readonly reason?: string
    readonly message?: string
    readonly conditions?: readonly Condition[]
    readonly podIPs?: readonly { readonly ip: string }[]
    readonly containerStatuses?: readonly ContainerStatus[]
    readonly initContainerStatuses?: readonly ContainerStatus[]
  }
}

export interface PodContainer {
  readonly name: string
  readonly image?: string
  readonly imagePullPolicy?: string
  readonly envFrom?: readonly { readonly secretRef?: { readonly name: string; readonly optional?: boolean } }[]
  readonly env?: readonly {
    readonly name: string
    readonly valueFrom?: {
      readonly secretKeyRef?: { readonly name: string; readonly key: string; readonly optional?: boolean }
    }
  }[]
  readonly resources?: { readonly limits?: { readonly memory?: string } }
}

export interface ContainerStatus {
  readonly name: string
  readonly image?: string
  readonly ready?: boolean
  readonly restartCount?: number
  readonly state?: ContainerState
  readonly lastState?: ContainerState
}

export interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string }
  readonly running?: { readonly startedAt?: string }
  readonly terminated?: {
    readonly exitCode: number
    readonly reason?: string
    readonly message?: string
    readonly finishedAt?: string
  }
}

/** A Deployment or a StatefulSet. */
export interface Workload extends KubeObject {
  readonly spec: {
    readonly replicas?: number
    readonly paused?: boolean
    readonly selector: { readonly matchLabels?: Readonly<Record<string, string>> }
    readonly template: {
      readonly metadata?: Pick<ObjectMeta, 'labels' | 'annotations'>
      readonly spec: { readonly containers: readonly PodContainer[] }
    }
  }
  readonly status?: {
    readonly observedGeneration?: number
    readonly replicas?: number
    readonly updatedReplicas?: number
    readonly readyReplicas?: number
    readonly availableReplicas?: number
    readonly currentRevision?: string
    readonly updateRevision?: string
    readonly conditions?: readonly Condition[]
  }
}

export interface Job extends KubeObject {
  readonly status?: { readonly conditions?: readonly Condition[] }
}

export interface Event {
  readonly type?: string
  readonly reason?: string
  readonly message?: string
  readonly count?: number
  readonly series?: { readonly count?: number }
  readonly involvedObject?: { readonly kind?: string; readonly name?: string; readonly uid?: string }
}
