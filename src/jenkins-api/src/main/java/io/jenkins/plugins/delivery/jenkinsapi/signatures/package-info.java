/** What Jenkins really has: recorded types and members, for tests that hold code against them. */
package io.jenkins.plugins.delivery.jenkinsapi.signatures;
