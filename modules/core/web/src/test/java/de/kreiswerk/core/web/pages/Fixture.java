package de.kreiswerk.core.web.pages;

import de.kreiswerk.core.api.county.County;
import de.kreiswerk.core.api.text.Text;
import de.kreiswerk.core.api.web.NavigationEntry;
import de.kreiswerk.core.api.web.Tile;
import de.kreiswerk.core.web.Settings;
import de.kreiswerk.core.web.chain.Exchange;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

/** The services around the frame, as tests want them. */
final class Fixture {

    final Navigation navigation = new Navigation();
    final Assets assets = new Assets();
    final Tiles tiles = new Tiles();
    final Logo logo;
    private List<NavigationEntry> shown = List.of();
    private List<Tile> offered = List.of();
    final PagesService pages;

    Fixture(Map<String, String> config, NavigationEntry... entries) {
        this(config, new Logo(Path.of("."), ""), entries);
    }

    Fixture(Map<String, String> config, Logo logo, NavigationEntry... entries) {
        this.logo = logo;
        navigate(entries);
        pages = new PagesService(
                new BaseUrl(null, null, runtime(8080)),
                assets,
                navigation,
                tiles,
                logo,
                county(config),
                config(config));
    }

    /** These are there, and no others. */
    void navigate(NavigationEntry... entries) {
        shown.forEach(navigation::removeEntry);
        shown = List.of(entries);
        shown.forEach(navigation::addEntry);
    }

    /** These are there, and no others. */
    void offer(Tile... now) {
        offered.forEach(tiles::removeTile);
        offered = List.of(now);
        offered.forEach(tiles::addTile);
    }

    public static County county(Map<String, String> values) {
        return Exchange.proxy(County.class, (method, arguments) -> switch (method) {
            case "name" -> values.getOrDefault("county", "Landkreis Lüneburg");
            case "ags" -> values.getOrDefault("ags", "03355000");
            case "website", "contactEmail", "contactName" -> values.getOrDefault(method, "");
            case "licence" -> values.getOrDefault(method, "https://www.govdata.de/dl-de/by-2-0");
            default -> throw new UnsupportedOperationException(method);
        });
    }

    static NavigationEntry entry(String german, String english, String path, int order) {
        return new NavigationEntry() {
            @Override
            public Text label() {
                return new Text(german, english);
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public int order() {
                return order;
            }
        };
    }

    @SuppressWarnings("unchecked")
    static ServiceReference<HttpServiceRuntime> runtime(Object port) {
        return (ServiceReference<HttpServiceRuntime>) Proxy.newProxyInstance(
                Fixture.class.getClassLoader(), new Class<?>[] {ServiceReference.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getProperty") && arguments[0].equals("org.osgi.service.http.port")) {
                        return port;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    static PagesConfig config(Map<String, String> values) {
        return Settings.of(PagesConfig.class, values);
    }
}
