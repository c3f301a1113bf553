package com.example.storefront.cart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CartTest {

    @Test
    void theTotalCountsEveryPiece() {
        Cart cart = new Cart("c", List.of(new Cart.Line("a", "A", 2, 890), new Cart.Line("b", "B", 1, 3400)));

        assertThat(cart.total()).isEqualTo(5180);
    }

    @Test
    void anEmptyCartCostsNothing() {
        assertThat(new Cart("c", List.of()).total()).isZero();
    }
}
