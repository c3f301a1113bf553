/** Where the pipeline's own files come from: {@code checkout scm}, the changes since the build before, the branch. */
package io.jenkins.plugins.delivery.rehearsal.steps.scm;
