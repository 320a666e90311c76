package org.versionedobjects.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.versionedobjects.benchmarks.race.Check;
import org.versionedobjects.benchmarks.race.Measure;
import org.versionedobjects.benchmarks.race.RaceResult;
import org.versionedobjects.benchmarks.race.Ratios;
import org.versionedobjects.benchmarks.race.Row;

/** The races as bars, in SVG that needs nothing from elsewhere: ratios to the limit, with whiskers from quartile to quartile. */
public final class Picture {
    private static final int WIDTH = 860;
    private static final int NAMES = 250;
    private static final int BARS = 480;
    private static final int ROW = 20;
    private static final int HEAD = 74;
    private static final int TITLE = 30;
    private static final int GAP = 14;

    /** The scale goes this far at least. */
    private static final double LEAST_SCALE = 4;

    private final StringBuilder svg = new StringBuilder();
    private final boolean isWall;

    /** Bars end here, with their figure beside them: one slow peer must not make all others invisible. */
    private final double most;

    private int y;

    private Picture(RaceResult race, int y) {
        isWall = isJudgedByWall(race);
        most = scale(race);
        this.y = y;
    }

    private double scale(RaceResult race) {
        double longest = LEAST_SCALE;
        double ours = LEAST_SCALE;
        for (Row row : race.rows()) {
            longest = Math.max(longest, ratios(row).median() * 1.1);
            ours = row.role() == Row.Role.OURS ? Math.max(ours, ratios(row).median() * 2) : ours;
        }
        return Math.min(longest, ours);
    }

    private Ratios ratios(Row row) {
        return isWall ? row.wall() : row.cpu();
    }

    /** Returns the picture of races: wall-clock time where that is what has to be shown, CPU time elsewhere. */
    public static String of(List<RaceResult> races, boolean isQuick) {
        StringBuilder body = new StringBuilder();
        int y = HEAD;
        for (RaceResult race : races) {
            Picture picture = new Picture(race, y);
            picture.race(race);
            y = picture.y;
            body.append(picture.svg);
        }
        return head(y, isQuick) + body + "</svg>\n";
    }

    private static boolean isJudgedByWall(RaceResult race) {
        return race.checks().stream().map(Check::claim).findFirst().orElse("").startsWith(Measure.WALL.text());
    }

    private static String head(int height, boolean isQuick) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                        + "\" viewBox=\"0 0 " + WIDTH + " " + height
                        + "\" role=\"img\" aria-label=\"Benchmarks: ratios to the limit\""
                        + " font-family=\"system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif\" font-size=\"13\">");
        lines.add("<rect width=\"" + WIDTH + "\" height=\"" + height + "\" rx=\"8\" fill=\"#ffffff\"/>");
        lines.add("<text x=\"20\" y=\"30\" font-size=\"18\" font-weight=\"600\" fill=\"#1c2430\">"
                + "Time in ratio to code written by hand" + (isQuick ? " (a quick trial)" : "") + "</text>");
        lines.add("<text x=\"20\" y=\"52\" fill=\"#566070\">Shorter is faster. The line at 1.0 is the limit; bars are"
                + " medians of rounds, whiskers the quartiles; a bar with an arrow goes on.</text>");
        return String.join("\n", lines) + "\n";
    }

    private void race(RaceResult race) {
        y += TITLE;
        text(
                20,
                y - 9,
                "font-weight=\"600\" fill=\"#1c2430\"",
                race.id() + "  " + race.work() + (isWall ? ", wall clock" : ""));
        int top = y;
        for (Row row : race.rows()) {
            if (row.role() != Row.Role.LIMIT) {
                row(row);
            }
        }
        double limit = x(1);
        line(limit, top - 2, limit, y + 2, "stroke=\"#1c2430\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"");
        y += GAP;
    }

    private void row(Row row) {
        Ratios ratios = ratios(row);
        boolean isOurs = row.role() == Row.Role.OURS;
        text(
                NAMES - 10,
                y + 14,
                "text-anchor=\"end\" fill=\"#1c2430\"" + (isOurs ? " font-weight=\"600\"" : ""),
                row.name());
        double end = x(ratios.median());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                NAMES,
                y + 3,
                Math.max(1, end - NAMES),
                ROW - 6,
                isOurs ? "#43a682" : row.role() == Row.Role.PEER ? "#9db4cc" : "#d8dee6"));
        double upper = x(ratios.upper());
        line(x(ratios.lower()), y + 10, upper, y + 10, "stroke=\"#3a4656\" stroke-width=\"1.5\"");
        line(x(ratios.lower()), y + 6, x(ratios.lower()), y + 14, "stroke=\"#3a4656\" stroke-width=\"1.5\"");
        if (ratios.upper() <= most) {
            line(upper, y + 6, upper, y + 14, "stroke=\"#3a4656\" stroke-width=\"1.5\"");
        }
        String figure = String.format(Locale.ROOT, "%.2f", ratios.median()) + (ratios.median() > most ? " →" : "");
        text(Math.max(end, upper) + 8, y + 14, "fill=\"#1c2430\"" + (isOurs ? " font-weight=\"600\"" : ""), figure);
        y += ROW;
    }

    private double x(double ratio) {
        return NAMES + Math.min(ratio, most) / most * BARS;
    }

    private void line(double x1, double y1, double x2, double y2, String style) {
        svg.append(String.format(
                Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>%n", x1, y1, x2, y2, style));
    }

    private void text(double x, double at, String style, String content) {
        String escaped = content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>%n", x, at, style, escaped));
    }
}
