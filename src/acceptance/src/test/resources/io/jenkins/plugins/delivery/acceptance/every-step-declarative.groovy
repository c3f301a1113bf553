// Every step, in a declarative Pipeline.
def plan

pipeline {
  agent any
  options { timeout(time: 10, unit: 'MINUTES') }
  stages {
    stage('Prepare') {
      steps {
        writeFile file: 'a.sarif', text: '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t"}},"results":[]}]}'
        writeFile file: 'lcov.info', text: 'TN:\nSF:src/a.c\nDA:1,1\nLF:1\nLH:1\nend_of_record\n'
        writeFile file: 'pom.xml', text: '<project><version>1.0.0</version></project>'
        writeFile file: 'deploy/@JOB@-rolling.yaml', text: '''@ROLLING@'''
        writeFile file: 'deploy/@JOB@-canary.yaml', text: '''@CANARY@'''
        writeFile file: 'deploy/@JOB@-colours.yaml', text: '''@COLOURS@'''
        script {
          plan = deliveryPlan stages: [checkout: 'USUAL', lint: 'OFF', test: 'OFF', scan: 'USUAL', build: 'OFF', publish: 'OFF', provision: 'OFF',
            migrate: 'OFF', staging: 'OFF', smoke: 'USUAL', approval: 'USUAL', production: 'USUAL', verify: 'OFF', releaseNotes: 'USUAL'],
            environments: ['production'], image: '@IMAGE@', strategySaid: true
          env.TOOL = deliveryWorkspace().tool
          env.LEVEL = deliveryEnvironment(environment: 'production', variables: [LEVEL: 'debug']).variables.find { it.startsWith('LEVEL=') }
        }
        deliveryReadiness stages: plan.stages, programs: plan.programs, manifests: 'deploy/*.yaml', version: '1.0.0'
        deliveryChoice owner: 'everyStep', what: 'strategy', value: 'canary', known: ['canary', 'rolling']
        deliveryStrategy environment: 'production', otherwise: 'rolling'
        echo "builds with ${env.TOOL}, ${env.LEVEL}"
      }
    }
    stage('Scan') {
      steps {
        securityScan reports: '*.sarif', gates: [[severity: 'HIGH', max: 0]]
        deliveryReport kind: 'coverage', file: 'lcov.info'
      }
    }
    stage('Deploy') {
      steps {
        rollingDeploy(environment: 'production', app: '@JOB@-rolling', manifests: 'deploy/@JOB@-rolling.yaml', image: '@IMAGE@', version: '1') {
          smokeTest url: env.DELIVERY_URL, checks: [[path: '/']]
        }
        rollingDeploy(environment: 'production', app: '@JOB@-rolling', manifests: 'deploy/@JOB@-rolling.yaml', image: '@NEXT@', version: '2') {
          echo 'no checks'
        }
        rollbackDeploy environment: 'production', app: '@JOB@-rolling', to: '1'
        canaryPromote(environment: 'production', app: '@JOB@-canary', manifests: 'deploy/@JOB@-canary.yaml', image: '@IMAGE@', version: '1',
                      weights: [50, 100], interval: '1s', router: 'replicas') {
          echo 'no checks'
        }
        blueGreenDeploy(environment: 'production', app: '@JOB@-colours', manifests: 'deploy/@JOB@-colours.yaml', image: '@IMAGE@', version: '1',
                        keepPrevious: '1s') {
          echo 'no checks'
        }
      }
    }
    stage('Approve') {
      steps {
        deliveryPromotion app: '@JOB@-canary', image: '@IMAGE@', from: 'production', to: 'public'
        approvalGate environment: 'production', message: 'Go on?', timeout: '10m'
      }
    }
  }
  post {
    success {
      script { echo deliveryNotes(about: 'RELEASE', environment: 'production').title }
      deliveryNews message: 'All done'
      deliveryAccount app: '@JOB@', version: '1', stages: plan.stages, done: 5
    }
  }
}
