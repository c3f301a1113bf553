/** What Jenkins marks its links with. */
package jenkins.management;
