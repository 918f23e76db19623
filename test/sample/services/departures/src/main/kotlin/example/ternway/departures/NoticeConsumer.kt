package example.ternway.departures

import java.text.BreakIterator
import java.util.Locale

private const val DISPLAY_WIDTH = 160

/**
 * Takes disruption notices from the queue and puts them on displays, in order per operator.
 *
 * A notice that cannot be shown is parked and rings the dispatcher. It is never simply tried again: with
 * a FIFO queue everything behind it waits too, and the display goes on saying what it said (see [INC-24]).
 */
class NoticeConsumer(private val displays: Displays, private val parked: ParkedNotices) {

    fun onNotice(notice: Notice) {
        try {
            displays.show(notice.operator, shorten(notice.text).encodeToByteArray(throwOnInvalidSequence = true))
        } catch (e: CharacterCodingException) {
            parked.add(notice, reason = "not valid text, see INC-24 in the handbook")
        }
    }

    // INC-24: take(160) counts UTF-16 units and once cut a ferry in half. Count what people see.
    internal fun shorten(text: String): String {
        if (text.length <= DISPLAY_WIDTH) return text
        val characters = BreakIterator.getCharacterInstance(Locale.ROOT).apply { setText(text) }
        var end = 0
        var seen = 0
        while (seen < DISPLAY_WIDTH) {
            val next = characters.next()
            if (next == BreakIterator.DONE) break
            end = next
            seen++
        }
        return text.substring(0, end)
    }
}
