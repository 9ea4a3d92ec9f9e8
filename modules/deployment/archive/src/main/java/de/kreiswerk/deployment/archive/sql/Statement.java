package de.kreiswerk.deployment.archive.sql;

import de.kreiswerk.deployment.archive.sql.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A statement is harmless when it makes, alters, fills or reads tables that are the component's own, with functions that are known to
 * do nothing else. All others are not, also those that nobody has thought of.
 */
final class Statement {

    /** Take something away, change who may, or run code; also within a harmless one. */
    private static final Set<String> FAR_REACHING = Set.of(
            ("drop truncate delete update merge grant revoke rename copy call execute do shutdown runscript script link_schema"
                            + " engine")
                    .split(" "));

    /** What may stand before a parenthesis: words of SQL, types, functions that see nothing but what they are given. */
    private static final Set<String> HARMLESS = Set.of(
            ("add all and any array as between by case check default distinct else except exists filter foreign from group having hash"
                            + " identity in include index intersect is join key lateral like limit list not on only or order over"
                            + " partition primary range row select set some then union unique using values when where with within"
                            + " binary bit blob bpchar bytea char character clob dec decimal float int integer interval nchar number"
                            + " numeric nvarchar raw time timestamp timestamptz varbinary varchar varchar2 varchar_ignorecase varying"
                            + " btree gin gist brin"
                            + " abs array_agg avg cast ceil ceiling char_length character_length coalesce concat concat_ws count"
                            + " current_date current_time current_timestamp date_part date_trunc dateadd datediff day dense_rank exp"
                            + " extract floor gen_random_uuid greatest hour initcap lag lead least left length listagg ln localtime"
                            + " localtimestamp log lower lpad ltrim max min minute mod month nextval now nullif octet_length overlay"
                            + " position power random_uuid rank replace right round row_number rpad rtrim second sign sqrt string_agg"
                            + " substr substring sum system_range generate_series to_char to_date to_number to_timestamp translate"
                            + " trim trunc unnest upper year")
                    .split(" "));

    /** Both databases reserve them: none can be an alias, and so hide that a list of tables goes on. */
    private static final Set<String> ENDS_TABLES = Set.of(
            "where", "group", "having", "order", "union", "except", "intersect", "limit", "offset", "fetch", "window");

    private static final String FROM = "from";
    private static final Set<String> BEFORE_TABLES = Set.of(FROM, "join", "inherits");
    private static final Set<String> BEFORE_TABLE = Set.of("into", "references", "table", "of");
    private static final Set<String> WITH_FROM = Set.of("extract", "substring", "trim");
    private static final Token NOTHING = new Token(Kind.SYMBOL, "");
    private static final Set<String> QUERIES = Set.of("select", "values", "with");

    private final List<Token> tokens;
    private final Set<String> own;
    private final Consumer<String> found;
    private final Deque<Level> levels = new ArrayDeque<>();
    /** Behind the last name of a table: a parenthesis there begins columns and calls nothing. */
    private int named;

    /** The word before a name of a table that is to come; null when none is. */
    private String expects;

    /**
     * One statement.
     *
     * @param tokens its parts
     * @param own the tables that were made before it; what it makes is added
     * @param found takes what is not harmless
     */
    Statement(List<Token> tokens, Set<String> own, Consumer<String> found) {
        this.tokens = tokens;
        this.own = own;
        this.found = found;
    }

    /** Within the same parentheses. */
    private static final class Level {

        private final String before;
        private boolean listsTables;

        Level(String before, boolean listsTables) {
            this.before = before;
            this.listsTables = listsTables;
        }
    }

    void judge() {
        for (Token token : tokens) {
            if (token.kind() == Kind.ODD) {
                found.accept(token.text());
            } else if (token.kind() == Kind.WORD && FAR_REACHING.contains(token.text())) {
                found.accept(token.text().toUpperCase(Locale.ROOT));
            }
        }
        tables(head());
    }

    /** What kind of statement it is; gives where tables are looked for. */
    private int head() {
        if (is(0, "create")) {
            return create();
        }
        if (is(0, "alter") && is(1, "table")) {
            return alter();
        }
        if (is(0, "comment") && is(1, "on")) {
            return comment();
        }
        if (!is(0, "select") && !is(0, "values") && !(is(0, "insert") && is(1, "into"))) {
            other();
        }
        return 0;
    }

    private void other() {
        boolean two = is(0, "create") || is(0, "alter") || is(0, "comment");
        StringBuilder words = new StringBuilder(at(0).text());
        for (int i = 1; two && i < 3 && at(i).kind() == Kind.WORD; i++) {
            words.append(' ').append(at(i).text());
        }
        found.accept(words.toString().toUpperCase(Locale.ROOT));
    }

    private int create() {
        if (is(1, "table") || is(1, "view")) {
            // Behind IF NOT EXISTS nobody knows whose it is.
            int name = behindIf(2);
            int end = nameEnd(name);
            if (name == 2 && end == name + 1) {
                own.add(at(name).text());
            }
            named = end;
            return end;
        }
        if (is(1, "index") || is(1, "unique") && is(2, "index")) {
            int on = 2;
            while (on < tokens.size() && !is(on, "on")) {
                on++;
            }
            return own(is(on + 1, "only") ? on + 2 : on + 1, "index on");
        }
        if (!is(1, "sequence")) {
            other();
        }
        return 2;
    }

    /** Of the actions, those that only add or alter columns; all others may reach out, such as to another table's rows. */
    private int alter() {
        int name = behindIf(2);
        int end = own(is(name, "only") ? name + 1 : name, "alter table");
        int depth = 0;
        for (int i = end; i < tokens.size(); i++) {
            depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
            int action = i == end ? i : i + 1;
            if ((i == end || depth == 0 && is(i, ",")) && !is(action, "add") && !is(action, "alter")) {
                found.accept("ALTER TABLE … " + at(action).text().toUpperCase(Locale.ROOT));
            }
        }
        return end;
    }

    private int behindIf(int i) {
        if (is(i, "if") && is(i + 1, "exists")) {
            return i + 2;
        }
        return is(i, "if") && is(i + 1, "not") && is(i + 2, "exists") ? i + 3 : i;
    }

    private int comment() {
        if (is(2, "column") && nameEnd(3) == 6) {
            ownName(3, 4, "comment on");
            return 6;
        }
        if (is(2, "table")) {
            return own(3, "comment on");
        }
        other();
        return 2;
    }

    private void tables(int start) {
        levels.push(new Level("", false));
        int i = start;
        while (i < tokens.size()) {
            boolean between = is(i, "only") || is(i, "lateral") || is(i, "table");
            i = expects == null || between ? part(i) : expected(i);
        }
        if (expects != null) {
            own(i, expects);
        }
    }

    /** Where a table is to be named; gives what comes behind it. */
    private int expected(int i) {
        String why = expects;
        boolean many = BEFORE_TABLES.contains(why);
        expects = null;
        if (many && is(i, "(")) {
            expects = why;
            levels.push(new Level("", true));
            return i + 1;
        }
        if (levels.element().listsTables && at(i).kind() == Kind.WORD && QUERIES.contains(at(i).text())) {
            levels.element().listsTables = false;
            return i + 1;
        }
        int end = nameEnd(i);
        if (many && end > i && is(end, "(")) {
            // A function that gives rows.
            return end;
        }
        own(i, why);
        return end > i ? end : part(i);
    }

    private int part(int i) {
        if (is(i, "(")) {
            call(i);
            levels.push(new Level(at(i - 1).kind() == Kind.WORD ? at(i - 1).text() : "", false));
        } else if (is(i, ")") && levels.size() > 1) {
            levels.pop();
        } else if (is(i, ",") && levels.element().listsTables) {
            expects = FROM;
        } else if (at(i).kind() == Kind.WORD) {
            word(i);
        }
        return i + 1;
    }

    private void word(int i) {
        Level level = levels.element();
        String word = at(i).text();
        boolean columnsLike = word.equals("like") && (is(i - 1, "(") || is(i - 1, ","));
        if (ENDS_TABLES.contains(word)) {
            level.listsTables = false;
        } else if (word.equals(FROM) && !WITH_FROM.contains(level.before)) {
            level.listsTables = true;
            expects = word;
        } else if (columnsLike || BEFORE_TABLE.contains(word) || !word.equals(FROM) && BEFORE_TABLES.contains(word)) {
            expects = word;
        }
    }

    /** A name behind AS is a type or an alias. */
    private void call(int parenthesis) {
        Token before = at(parenthesis - 1);
        if (parenthesis > named
                && before.isName()
                && !is(parenthesis - 2, "as")
                && !(before.kind() == Kind.WORD && HARMLESS.contains(before.text()))) {
            found.accept(before.text() + "()");
        }
    }

    /** Gives where the name ends. */
    private int own(int i, String why) {
        int end = nameEnd(i);
        ownName(i, end, why);
        named = end;
        return end;
    }

    private void ownName(int from, int end, String why) {
        if (end != from + 1 || !own.contains(at(from).text())) {
            StringBuilder name = new StringBuilder(why.toUpperCase(Locale.ROOT)).append(' ');
            for (int i = from; i < end; i++) {
                name.append(at(i).text());
            }
            found.accept(name.toString().strip());
        }
    }

    /** Behind a name and those that it is qualified with. */
    private int nameEnd(int start) {
        if (!at(start).isName()) {
            return start;
        }
        int end = start + 1;
        while (is(end, ".") && at(end + 1).isName()) {
            end += 2;
        }
        return end;
    }

    private boolean is(int i, String word) {
        return at(i).is(word);
    }

    private Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }
}
