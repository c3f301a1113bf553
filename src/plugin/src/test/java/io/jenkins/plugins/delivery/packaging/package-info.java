/** Opens the packaged plugin and checks what Jenkins will find in it. */
package io.jenkins.plugins.delivery.packaging;
