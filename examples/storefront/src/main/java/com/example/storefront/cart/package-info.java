/** What a customer is about to buy. */
package com.example.storefront.cart;
