package io.jenkins.plugins.delivery.engine.approval.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Some days of the calendar, of all years or of one. */
public sealed interface DayRule {
    /** Every day. */
    DayRule EVERY_DAY = new AllOf(List.of());

    /** Whether that day is one of them. */
    boolean includes(LocalDate day);

    /** These days of each week. */
    record Weekdays(Set<DayOfWeek> days) implements DayRule {
        public Weekdays {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("window: it has no day, so it would never open.");
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        }

        @Override
        public boolean includes(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }
    }

    /**
     * In each month the first, second … or last of these weekdays.
     *
     * @param ordinal from 1 to 5, or {@link #LAST}
     */
    record NthWeekday(int ordinal, Weekdays weekdays) implements DayRule {
        /** Stands for the last one of a month, whichever that is. */
        public static final int LAST = -1;

        @Override
        public boolean includes(LocalDate day) {
            return weekdays.includes(day)
                    && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day.getDayOfWeek())));
        }
    }

    /**
     * These days of each month, counted from 1.
     *
     * @param first from 1 to 31; a month that has no such day has none
     * @param last not before the first
     */
    record MonthDays(int first, int last) implements DayRule {
        @Override
        public boolean includes(LocalDate day) {
            return day.getDayOfMonth() >= first && day.getDayOfMonth() <= last;
        }
    }

    /** The last day of each month. */
    record LastOfMonth() implements DayRule {
        @Override
        public boolean includes(LocalDate day) {
            return day.getDayOfMonth() == day.lengthOfMonth();
        }
    }

    /** The same days each year, both ends included; one that ends before it begins goes over the turn of the year. */
    record YearlySpan(MonthDay first, MonthDay last) implements DayRule {
        @Override
        public boolean includes(LocalDate day) {
            MonthDay now = MonthDay.from(day);
            boolean begun = !now.isBefore(first);
            boolean going = !now.isAfter(last);
            return first.isAfter(last) ? begun || going : begun && going;
        }
    }

    /** The days from one date to another, both included. */
    record DateSpan(LocalDate first, LocalDate last) implements DayRule {
        @Override
        public boolean includes(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** The days that all of these include. */
    record AllOf(List<DayRule> rules) implements DayRule {
        public AllOf {
            rules = List.copyOf(rules);
        }

        @Override
        public boolean includes(LocalDate day) {
            return rules.stream().allMatch(rule -> rule.includes(day));
        }
    }
}
