// What the page's scripts find around them: vis-network, and the interface that they offer.
declare var vis: any;
interface Window {
  argmap: any;
}
