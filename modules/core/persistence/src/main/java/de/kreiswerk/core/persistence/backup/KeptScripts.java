package de.kreiswerk.core.persistence.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.kreiswerk.core.persistence.database.SchemaScripts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scripts that made the tables in a backup, as the table {@code core_script} has them. A backup of before that table has none.
 */
final class KeptScripts {

    private static final String TABLE = "core_script";
    private static final List<String> COLUMNS = List.of("history", "name", "text");
    private static final Pattern HISTORY = Pattern.compile("[a-z0-9_]{1,200}");
    private static final Pattern NAME = Pattern.compile("[^/\\\\?#]{1,196}\\.sql");

    private KeptScripts() {}

    /** Those of some histories. */
    static List<SchemaScripts> in(BackupFile backup, Set<String> histories) throws IOException, RestoreRefused {
        Optional<Manifest.Entry> entry = backup.manifest().tables().stream()
                .filter(each -> each.table().equals(TABLE))
                .findFirst();
        if (entry.isEmpty() || histories.isEmpty()) {
            return List.of();
        }
        Map<String, List<URL>> found = new LinkedHashMap<>();
        try (JsonParser json = backup.rows(entry.get())) {
            while (json.nextToken() != null) {
                Map<String, String> row = row(json, entry.get());
                if (histories.contains(row.get("history"))) {
                    found.computeIfAbsent(row.get("history"), any -> new ArrayList<>())
                            .add(url(row, entry.get()));
                }
            }
        }
        List<SchemaScripts> scripts = new ArrayList<>();
        found.forEach((history, urls) -> scripts.add(new SchemaScripts(history, urls)));
        return scripts;
    }

    private static Map<String, String> row(JsonParser json, Manifest.Entry entry) throws IOException, RestoreRefused {
        Map<String, String> row = new LinkedHashMap<>();
        for (String column : entry.columns()) {
            json.nextToken();
            row.put(column, json.getText());
        }
        if (json.nextToken() != JsonToken.END_ARRAY || !row.keySet().containsAll(COLUMNS)) {
            throw RestoreRefused.damaged(entry.file());
        }
        return row;
    }

    /** What is read and run as a file that is none. */
    private static URL url(Map<String, String> row, Manifest.Entry entry) throws IOException, RestoreRefused {
        if (!HISTORY.matcher(row.get("history")).matches()
                || !NAME.matcher(row.get("name")).matches()) {
            throw RestoreRefused.damaged(entry.file());
        }
        byte[] text = row.get("text").getBytes(StandardCharsets.UTF_8);
        return new URL("kept", "", -1, "/" + row.get("history") + "/" + row.get("name"), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {
                        // It is there.
                    }

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(text);
                    }
                };
            }
        });
    }
}
