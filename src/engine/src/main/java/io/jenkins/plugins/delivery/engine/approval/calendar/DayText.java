package io.jenkins.plugins.delivery.engine.approval.calendar;

import io.jenkins.plugins.delivery.engine.argument.ArgumentException;
import io.jenkins.plugins.delivery.engine.argument.Choices;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of a window as people write them: kinds of rules one after the other, all of which have to be met. */
final class DayText {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Map<String, Integer> ORDINALS =
            Map.of("1st", 1, "2nd", 2, "3rd", 3, "4th", 4, "5th", 5, "last", DayRule.NthWeekday.LAST);
    private static final String WEEKDAYS = "[A-Za-z]+(?:\\s*[-,]\\s*[A-Za-z]+)*";

    private record Form(Pattern shape, Function<MatchResult, DayRule> rule) {}

    /** The first that fits is meant. */
    private static final List<Form> FORMS = List.of(
            new Form(Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}-\\d{2}))?"), DayText::dates),
            new Form(Pattern.compile("(\\d{2}-\\d{2})(?:\\.\\.(\\d{2}-\\d{2}))?"), DayText::yearly),
            new Form(Pattern.compile("(?i:last day)\\b"), found -> new DayRule.LastOfMonth()),
            new Form(Pattern.compile("(?i:day)\\s+(\\d{1,2})(?:\\.\\.(\\d{1,2}))?"), DayText::monthDays),
            new Form(
                    Pattern.compile("(?i:(1st|2nd|3rd|4th|5th|last))\\s+(" + WEEKDAYS + ")"),
                    found -> new DayRule.NthWeekday(
                            ORDINALS.get(found.group(1).toLowerCase(Locale.ROOT)), weekdays(found.group(2)))),
            new Form(Pattern.compile(WEEKDAYS), found -> weekdays(found.group())));

    private final String text;

    DayText(String text) {
        this.text = text;
    }

    DayRule rule() {
        List<DayRule> rules = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            at = read(at, rules);
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return rules.size() == 1 ? rules.get(0) : new DayRule.AllOf(rules);
    }

    private int read(int at, List<DayRule> rules) {
        for (Form form : FORMS) {
            Matcher matcher = form.shape.matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                rules.add(form.rule.apply(matcher));
                return matcher.end();
            }
        }
        throw problem(
                "'" + text.substring(at) + "' names no days; write Mon-Fri, 1st Mon, day 1..5, 12-24..01-01 or a date");
    }

    private static DayRule dates(MatchResult found) {
        LocalDate first = date(found.group(1));
        LocalDate last = found.group(2) == null ? first : date(found.group(2));
        if (last.isBefore(first)) {
            throw problem("'" + found.group() + "' ends before it begins");
        }
        return new DayRule.DateSpan(first, last);
    }

    private static DayRule yearly(MatchResult found) {
        MonthDay first = monthDay(found.group(1));
        return new DayRule.YearlySpan(first, found.group(2) == null ? first : monthDay(found.group(2)));
    }

    private static DayRule monthDays(MatchResult found) {
        int first = Integer.parseInt(found.group(1));
        int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
        if (first < 1 || last > 31 || last < first) {
            throw problem("'" + found.group() + "' are no days of a month, from 1 to 31");
        }
        return new DayRule.MonthDays(first, last);
    }

    private static DayRule.Weekdays weekdays(String list) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String range : list.split(",", -1)) {
            String[] ends = range.strip().split("\\s*-\\s*", 2);
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = day(ends[0]); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return new DayRule.Weekdays(days);
    }

    private static DayOfWeek day(String name) {
        String word = name.strip().toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.equals(day.name().toLowerCase(Locale.ROOT))) {
                return day;
            }
        }
        return DayOfWeek.of(1 + DAYS.indexOf(Choices.pick(WindowText.ARGUMENT, "day", word, DAYS)));
    }

    private static LocalDate date(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            throw problem("'" + word + "' is no date");
        }
    }

    private static MonthDay monthDay(String word) {
        try {
            return MonthDay.parse("--" + word);
        } catch (DateTimeException e) {
            throw problem("'" + word + "' is no day of a year, written as month and day");
        }
    }

    private static ArgumentException problem(String words) {
        return new ArgumentException(WindowText.ARGUMENT, words);
    }
}
