# The landscape, for `structurizr lite` or whatever renders it this year. Kept short on purpose.
workspace "Ternway" "Ferries and island buses: who talks to whom" {

  model {
    passenger = person "Passenger" "On the quay, in the wind"
    dispatcher = person "Dispatcher" "Knows first, often by telephone"

    ternway = softwareSystem "Ternway" {
      shop = container "Shop" "My trips, sale openings" "TypeScript"
      booking = container "Booking" "Holds and deck plans. A plan carries the number of its lease (INC-52)" "Go"
      departures = container "Departures" "Notices, in order for each operator" "Kotlin"
      displays = container "Display gateway" "1,940 displays; each waits for a time of its own, INC-2026-014" "C, Go"
    }
    provider = softwareSystem "Payment provider" "Not ours" "External"

    passenger -> shop "books, looks at the same page again"
    shop -> booking "claims deck space"
    shop -> provider "asks once; the only retries are here, INC-12"
    dispatcher -> departures "writes a notice"
    // One group per operator: a notice that cannot be sent holds up its own operator only, and for five tries. INC-24
    departures -> displays "notices"
  }

  views {
    container ternway "landscape" {
      include *
      autoLayout lr
    }
    styles {
      element "External" {
        background "#c9ccd1"
      }
    }
  }
}
