/** One SQLite database that the pods of an environment share, and its migrations. */
package com.example.storefront.database;
