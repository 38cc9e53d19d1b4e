package dev.reeve.supervisor;

import dev.reeve.cost.Account;
import dev.reeve.task.Budget.Per;
import dev.reeve.task.Budget.Unit;

/** No more than this of something may be spent on an account. */
record Bound(Account account, Unit unit, long most) {

    /** Nothing refills it: what has used it up can't go on, whatever it waits for. */
    boolean isForGood() {
        return account.per() == Per.TASK || account.per() == Per.TREE;
    }

    /** As a person would name it. */
    String words() {
        return switch (account.per()) {
            case TASK -> "its budget";
            case TREE -> "the budget of the tree of " + account.owner();
            case DAY, MONTH -> "the budget of " + account.words();
        };
    }

    /** {@code usd_per_day} */
    String key() {
        return unit.key(account.per());
    }
}
