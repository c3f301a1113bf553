/** The page of the settings under Manage Jenkins, and what its test buttons do. Nothing knows of it. */
package io.jenkins.plugins.delivery.settings;
