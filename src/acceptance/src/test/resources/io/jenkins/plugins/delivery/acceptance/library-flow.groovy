@Library('progressive-delivery') _

deliveryPipeline {
  app = '@JOB@'
  version = '1'
  environments = ['production']
  checkout = {
    writeFile file: 'deploy/manifests/app.yaml', text: '''@MANIFESTS@'''
    writeFile file: 'deploy/smoke.yaml', text: 'checks: [{path: /}]'
    writeFile file: 'lint.sarif', text: '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}}, "results": []}]}'
  }
  lint = [command: 'echo linting']
  test = { echo 'testing' }
  scan = [reports: 'lint.sarif']
  build = { '@IMAGE@' }
  publish = { echo "publishing ${it.image}" }
  approval = { echo 'approved' }
  strategy = 'canary'
  options = [weights: [50, 100], interval: '1s', router: 'replicas']
  notify = { message -> echo "told: ${message}" }
  after = [production: { echo "after ${it.environment}" }]
}
