/** Results of load tests: one small reader for each format, told by what a file holds. May be used from outside: {@code LoadTestReport}. */
package io.jenkins.plugins.delivery.engine.flow.load;
