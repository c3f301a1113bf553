/** What is for sale. */
package com.example.storefront.catalogue;
