/** The shop's program: settings, start, graceful stop, and the command that migrates the database. */
package com.example.storefront;
