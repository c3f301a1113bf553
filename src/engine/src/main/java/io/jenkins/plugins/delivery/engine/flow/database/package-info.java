/** What tools say about databases: migrations before and after, backups, and drills of their restoration. */
package io.jenkins.plugins.delivery.engine.flow.database;
