/** HTTP: the API, the page, health and metrics. */
package com.example.storefront.web;
