package com.example.storefront;

import com.example.storefront.cart.Carts;
import com.example.storefront.catalogue.Catalogue;
import com.example.storefront.database.Database;
import com.example.storefront.web.Api;
import com.example.storefront.web.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code serve} (the default) runs the shop until SIGTERM; {@code migrate} brings the database up to date and ends. */
public final class Storefront {

    private Storefront() {}

    /** Runs the command. */
    public static void main(String[] arguments) throws IOException {
        String command = arguments.length == 0 ? "serve" : arguments[0];
        Settings settings = Settings.from(System.getenv());
        switch (command) {
            case "serve" -> serve(settings);
            case "migrate" -> migrate(settings.database());
            default -> {
                System.err.println("Unknown command \"" + command + "\": expected serve or migrate");
                System.exit(2);
            }
        }
    }

    private static void serve(Settings settings) throws IOException {
        Server server = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(settings.drain()), "drain"));
        System.out.println("storefront " + settings.version() + " listens on port " + server.port());
        if (settings.drill().crash()) {
            System.err.println("FAULT_CRASH is set: this release ends here");
            System.exit(70);
        }
    }

    /** Starts the shop; used by the tests too. */
    public static Server start(Settings settings) throws IOException {
        Database database =
                settings.database().isPresent() ? new Database(settings.database().get()) : ownDatabase();
        Api api = new Api(new Catalogue(database), new Carts(database));
        return Server.start(settings, database, api);
    }

    private static Database ownDatabase() throws IOException {
        Path folder = Files.createTempDirectory("storefront");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve("shop.db");
        file.toFile().deleteOnExit();
        Database database = new Database("jdbc:sqlite:" + file);
        database.fill();
        return database;
    }

    private static void migrate(Optional<String> url) {
        if (url.isEmpty()) {
            System.err.println("Set STOREFRONT_DATABASE to the database to migrate, such as jdbc:sqlite:/data/shop.db");
            System.exit(2);
        }
        List<String> applied = new Database(url.get()).migrate();
        System.out.println(
                applied.isEmpty()
                        ? "The database is up to date"
                        : "Applied " + applied.size() + " migrations: " + String.join(", ", applied));
    }
}
