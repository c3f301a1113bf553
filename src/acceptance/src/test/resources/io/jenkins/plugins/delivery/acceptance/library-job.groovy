@Library('progressive-delivery') _

node {
  writeFile file: 'pom.xml', text: '<project><version>1.0.0</version></project>'
  writeFile file: 'deploy/manifests/app.yaml', text: '''@MANIFESTS@'''
  echo "built by ${buildTool()}"
  withEnvironment('production') { sh 'echo "in $DELIVERY_ENVIRONMENT"' }
  deployTo(environment: 'production', app: '@JOB@', image: '@IMAGE@', strategy: 'canary',
           options: [version: '1', weights: [50, 100], interval: '1s', router: 'replicas']) {
    smokeTest url: env.DELIVERY_CANARY_URL ?: env.DELIVERY_URL, checks: [[path: '/']]
  }
  releaseNotes environment: 'production', app: '@JOB@'
}
