package com.example.storefront.web;

import com.example.storefront.cart.Cart;
import com.example.storefront.cart.Carts;
import com.example.storefront.catalogue.Catalogue;
import com.example.storefront.catalogue.Product;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The JSON API: {@code GET /api/items}, {@code GET /api/items/SKU}, {@code GET /api/carts/ID} and
 * {@code PUT /api/carts/ID/SKU} with {@code {"quantity": 2}}.
 */
public final class Api {

    private static final Pattern CART_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int MAX_QUANTITY = 99;

    private final Catalogue catalogue;
    private final Carts carts;

    /** An API on products and carts. */
    public Api(Catalogue catalogue, Carts carts) {
        this.catalogue = catalogue;
        this.carts = carts;
    }

    Response answer(Request request) throws IOException, SQLException {
        List<String> path = request.path();
        String collection = path.size() > 1 ? path.get(1) : "";
        if ("items".equals(collection) && request.isGet() && path.size() <= 3) {
            return path.size() == 2 ? items() : item(path.get(2));
        }
        if ("carts".equals(collection) && path.size() > 2 && CART_ID.matcher(path.get(2)).matches()) {
            return cart(request, path.get(2));
        }
        return Response.error(404, "nothing here");
    }

    private Response cart(Request request, String id) throws IOException, SQLException {
        int size = request.path().size();
        if (size == 3 && request.isGet()) {
            return Response.json(200, view(carts.find(id)));
        }
        if (size == 4 && "PUT".equals(request.method())) {
            return put(id, request.path().get(3), request.body());
        }
        return Response.error(405, "a cart is read with GET and changed with PUT /api/carts/ID/SKU");
    }

    private Response items() throws IOException, SQLException {
        return Response.json(200, catalogue.all().stream().map(Api::view).toList());
    }

    private Response item(String sku) throws IOException, SQLException {
        Optional<Product> product = catalogue.find(sku);
        return product.isPresent()
                ? Response.json(200, view(product.get()))
                : Response.error(404, "no product with this SKU");
    }

    private Response put(String id, String sku, byte[] body) throws IOException, SQLException {
        Optional<Integer> quantity = quantity(body);
        if (quantity.isEmpty()) {
            return Response.error(400, "expected {\"quantity\": n} with n from 0 to " + MAX_QUANTITY);
        }
        if (catalogue.find(sku).isEmpty()) {
            return Response.error(404, "no product with this SKU");
        }
        carts.put(id, sku, quantity.get());
        return Response.json(200, view(carts.find(id)));
    }

    private static Optional<Integer> quantity(byte[] body) throws IOException {
        try {
            Object value = JSON.std.mapFrom(body).get("quantity");
            return value instanceof Integer number && number >= 0 && number <= MAX_QUANTITY
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> view(Product product) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sku", product.sku());
        view.put("name", product.name());
        view.put("cents", product.cents());
        view.put("stock", product.stock());
        return view;
    }

    private static Map<String, Object> view(Cart cart) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", cart.id());
        view.put("lines", cart.lines().stream().map(Api::view).toList());
        view.put("total", cart.total());
        return view;
    }

    private static Map<String, Object> view(Cart.Line line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sku", line.sku());
        view.put("name", line.name());
        view.put("quantity", line.quantity());
        view.put("total", line.total());
        return view;
    }
}
