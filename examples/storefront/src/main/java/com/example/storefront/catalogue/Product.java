package com.example.storefront.catalogue;

/**
 * Something for sale.
 *
 * @param sku stock keeping unit, the key
 * @param cents price of one
 * @param stock how many are left
 */
public record Product(String sku, String name, long cents, int stock) {}
