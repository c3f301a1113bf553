// Every step, in a scripted Pipeline.
def ways = [checkout: 'USUAL', lint: 'OFF', test: 'OFF', scan: 'USUAL', build: 'OFF', publish: 'OFF', provision: 'OFF', migrate: 'OFF',
            staging: 'OFF', smoke: 'USUAL', approval: 'USUAL', production: 'USUAL', verify: 'OFF', releaseNotes: 'USUAL']
def rollout = { app, version, image ->
  [environment: 'production', app: app, manifests: "deploy/${app}.yaml", image: image, version: version]
}
def plan = deliveryPlan stages: ways, environments: ['production'], image: '@IMAGE@', strategySaid: true
node {
  writeFile file: 'a.sarif', text: '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[]}]}'
  writeFile file: 'lcov.info', text: 'TN:\nSF:src/a.c\nDA:1,1\nLF:1\nLH:1\nend_of_record\n'
  writeFile file: 'pom.xml', text: '<project><version>1.0.0</version></project>'
  writeFile file: 'deploy/@JOB@-rolling.yaml', text: '''@ROLLING@'''
  writeFile file: 'deploy/@JOB@-canary.yaml', text: '''@CANARY@'''
  writeFile file: 'deploy/@JOB@-colours.yaml', text: '''@COLOURS@'''
  def ready = deliveryReadiness stages: plan.stages, programs: plan.programs, manifests: 'deploy/*.yaml', version: '1.0.0'
  echo "builds with ${deliveryWorkspace().tool}, goes out as ${ready.strategy}"
  echo deliveryChoice(owner: 'everyStep', what: 'strategy', value: 'canary', known: ['canary', 'rolling'])
  echo deliveryStrategy(environment: 'production', otherwise: 'rolling')
  withEnv(deliveryEnvironment(environment: 'production', variables: [LEVEL: 'debug']).variables) { echo "level ${env.LEVEL}" }
  def found = securityScan(reports: '*.sarif', gates: [[severity: 'HIGH', max: 0]])
  echo "found ${found.total}"
  deliveryReport kind: 'coverage', file: 'lcov.info'
  rollingDeploy(rollout('@JOB@-rolling', '1', '@IMAGE@')) { smokeTest url: env.DELIVERY_URL, checks: [[path: '/']] }
  rollingDeploy(rollout('@JOB@-rolling', '2', '@NEXT@')) {}
  rollbackDeploy environment: 'production', app: '@JOB@-rolling', to: '1'
  canaryPromote(rollout('@JOB@-canary', '1', '@IMAGE@') + [weights: [50, 100], interval: '1s', router: 'replicas']) {}
  blueGreenDeploy(rollout('@JOB@-colours', '1', '@IMAGE@') + [keepPrevious: '1s']) {}
}
deliveryPromotion app: '@JOB@-canary', image: '@IMAGE@', from: 'production', to: 'public'
approvalGate environment: 'production', message: 'Go on?', timeout: '10m'
echo deliveryNotes(about: 'RELEASE', environment: 'production').title
deliveryNews message: 'All done'
echo deliveryAccount(app: '@JOB@', version: '1', stages: plan.stages, done: plan.stages.count { it.runs }).headline
