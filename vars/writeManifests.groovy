/** Writes manifests to start from into the workspace; what is there already is kept unless overwrite says otherwise. Returns their paths. */
List call(Map given = [:]) {
    Map settings = checkedSettings('writeManifests', given,
        [app: null, image: null, port: '8080', health: '/healthz', replicas: '2', maxReplicas: '6', host: null, ingressClass: 'nginx', gateway: 'public',
         routerNamespace: 'ingress-nginx', parts: ['deployment', 'service', 'ingress', 'hpa', 'pdb', 'networkpolicy'], to: 'deploy/manifests', overwrite: false])
    Map needs = [deployment: ['app', 'image', 'port', 'health', 'replicas'], service: ['app'], ingress: ['app', 'host', 'ingressClass'],
                 httproute: ['app', 'host', 'gateway'], hpa: ['app', 'replicas', 'maxReplicas'], pdb: ['app'], networkpolicy: ['app', 'port', 'routerNamespace']]
    List written = []
    for (part in settings.parts) {
        if (!needs.containsKey(part)) {
            error "writeManifests: there is no part '${part}' (known are ${needs.keySet().sort().join(', ')})"
        }
        for (name in needs[part]) {
            if (settings[name] == null) {
                error "writeManifests: ${part} needs the ${name}"
            }
        }
    }
    for (part in settings.parts) {
        String file = "${settings.to}/${part}.yaml"
        if (settings.overwrite || !fileExists(file)) {
            fillTemplate(template: "manifests/${part}.yaml", values: settings.subMap(needs[part]), file: file)
            written << file
        }
    }
    return written
}
